package pilotempo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pilotempo.lifecycle.ManualTime;

class HousekeepingTest {
    private final ManualTime time = ManualTime.at("2026-11-25T05:00:00Z");
    private final AtomicInteger purges = new AtomicInteger();

    @Test
    void old_readings_go_once_a_day_while_the_program_runs() {
        var keeping = Housekeeping.start(purges::incrementAndGet, time.time());
        assertThat(purges).hasValue(0);
        pass(Duration.ofMinutes(11), 1);
        pass(Duration.ofHours(25), 2);
        pass(Duration.ofHours(25), 3);
        keeping.close();
    }

    /** Moves on in steps, for the pause may only be about to begin. */
    private void pass(Duration length, int purgesThen) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            if (purges.get() < purgesThen) {
                                time.advance(length);
                            }
                            return purges.get() >= purgesThen;
                        });
    }
}
