package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;

class FullDiskTest {
    @TempDir private Path folder;

    @Test
    void readings_wait_while_the_disk_is_full_and_are_written_by_themselves_afterwards()
            throws Exception {
        FullDisk.install();
        var file = new HistoryFile(folder, FullDisk.SCHEME);
        try (var history = LocalHistory.open(file, Fixtures.QUICK, Fixtures.PARIS, Time.system())) {
            history.store(numbered(0));
            history.flush();
            FullDisk.full(true);
            history.store(numbered(1));
            assertThatThrownBy(history::flush)
                    .isInstanceOf(HistoryUnavailable.class)
                    .hasMessageContaining("can't be written")
                    .hasMessageNotContaining("h2");
            history.store(numbered(2));
            assertThat(history.health().recording()).isFalse();
            assertThat(history.health().trouble()).isNotBlank();
            assertThat(history.health().waiting()).isEqualTo(2);
            FullDisk.full(false);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> history.health().recording() && history.health().waiting() == 0);
            assertThat(history.newest(SALON)).contains(numbered(2));
        }
        try (var history = Fixtures.open(folder)) {
            var query =
                    new RangeQuery(
                            List.of(SALON),
                            at("2026-01-05T00:00:00Z"),
                            at("2026-01-06T00:00:00Z"),
                            Set.of(Quantity.POWER_W),
                            100);
            assertThat(history.range(query).series().getFirst().times()).hasSize(3);
        }
    }

    @Test
    void the_newest_readings_are_kept_when_too_many_wait() {
        var inbox = new Inbox();
        for (int i = 0; i < Inbox.MOST + 5; i++) {
            inbox.add(numbered(i));
        }
        assertThat(inbox.waiting()).isEqualTo(Inbox.MOST);
        assertThat(inbox.takeDropped()).isEqualTo(5);
        var load = inbox.take();
        assertThat(load.readings().getFirst()).isEqualTo(numbered(5));
        inbox.add(numbered(Inbox.MOST + 5));
        inbox.giveBack(load);
        assertThat(inbox.take().readings().getFirst()).isEqualTo(numbered(6));
    }

    private static Reading numbered(int number) {
        return reading(
                SALON,
                at("2026-01-05T12:00:00Z").plusSeconds(60L * number),
                Map.of(Quantity.POWER_W, (double) number % 1000));
    }
}
