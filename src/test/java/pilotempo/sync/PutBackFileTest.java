package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.JournalEntry;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/** The local database replaced by an older copy of its file, by hand. */
class PutBackFileTest extends ServerScene {
    private static final Mac SALON = new Mac("02005e000001");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void a_copy_whose_numbers_passed_the_server_s_mark_meanwhile_loses_nothing() throws Exception {
        recorded(0, 50);
        copy();
        recorded(100, 10);
        putBack();
        try (var history = history()) {
            record(history, 200, 300);
            sent(history, 310 + 50);
        }
    }

    @Test
    void a_copy_whose_numbers_fell_below_the_server_s_mark_loses_nothing() throws Exception {
        recorded(0, 50);
        copy();
        recorded(100, 100);
        putBack();
        recorded(200, 20);
        assertThat(readings()).isEqualTo(170);
        recorded(300, 500);
        assertThat(readings()).isEqualTo(670);
    }

    @Test
    void a_copy_taken_while_a_run_went_on_loses_nothing() throws Exception {
        try (var history = history()) {
            record(history, 0, 50);
            sent(history, 50);
            copy();
            record(history, 100, 10);
            sent(history, 60);
        }
        putBack();
        recorded(200, 300);
        assertThat(readings()).isEqualTo(360);
    }

    @Test
    void what_changes_without_a_reading_is_not_lost_either() throws Exception {
        recorded(0, 5);
        copy();
        try (var history = history()) {
            colour(history, 6, TempoColour.RED);
            command(history, 1);
            history.flush();
            sent(history, 5);
        }
        putBack();
        try (var history = history()) {
            colour(history, 7, TempoColour.WHITE);
            command(history, 2);
            history.flush();
            sent(history, 5);
            assertThat(server.texts("SELECT day || colour FROM pilotempo.tempo_day ORDER BY day"))
                    .containsExactly("2026-01-06RED", "2026-01-07WHITE");
            assertThat(server.number("SELECT count(*) FROM pilotempo.command")).isEqualTo(2);
        }
    }

    @Test
    void runs_that_go_on_with_the_same_file_send_nothing_twice() throws Exception {
        recorded(0, 50);
        for (int run = 1; run < 4; run++) {
            try (var history = history();
                    var sync = sync(history.outbox())) {
                assertThat(sync.pass().sentRows()).isZero();
                if (run == 2) {
                    record(history, 100, 10);
                    var report = sync.pass();
                    assertThat(report.error()).isEmpty();
                    assertThat(report.sentRows()).isBetween(10L, 25L);
                }
            }
        }
        assertThat(readings()).isEqualTo(60);
    }

    @Test
    void a_copy_put_back_where_nothing_was_sent_since_is_taken_as_it_is() throws Exception {
        recorded(0, 50);
        copy();
        putBack();
        try (var history = history();
                var sync = sync(history.outbox())) {
            record(history, 100, 10);
            assertThat(sync.pass().sentRows()).isBetween(10L, 25L);
        }
        assertThat(readings()).isEqualTo(60);
    }

    private void recorded(int minute, int count) throws Exception {
        try (var history = history()) {
            record(history, minute, count);
            try (var sync = sync(history.outbox())) {
                assertThat(sync.pass().error()).isEmpty();
            }
        }
    }

    private void sent(History history, long readings) throws Exception {
        try (var sync = sync(history.outbox())) {
            var report = sync.pass();
            assertThat(report.error()).isEmpty();
            assertThat(report.pendingRows()).isZero();
        }
        assertThat(readings()).isEqualTo(readings);
    }

    private long readings() throws Exception {
        return server.number("SELECT count(*) FROM pilotempo.reading");
    }

    private void copy() throws Exception {
        Files.copy(folder.resolve("history.mv.db"), folder.resolve("copy"));
    }

    private void putBack() throws Exception {
        Files.copy(
                folder.resolve("copy"),
                folder.resolve("history.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private History history() {
        return LocalHistory.open(folder, HistorySettings.DEFAULT, PARIS, Time.system());
    }

    private static void record(History history, int minute, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            history.store(
                    new Reading(
                            SALON,
                            START.plusSeconds(60L * (minute + i)),
                            new Observation(
                                    Map.of(Quantity.ONGRID_POWER_W, 100.0),
                                    null,
                                    null,
                                    null,
                                    null)));
        }
        history.flush();
    }

    private static void colour(History history, int day, TempoColour colour) {
        history.colours()
                .save(
                        List.of(
                                new DayColour(
                                        LocalDate.of(2026, 1, day),
                                        colour,
                                        DayColour.Status.CONFIRMED,
                                        "rte",
                                        START)));
    }

    private static void command(History history, int number) {
        history.journal()
                .note(
                        new JournalEntry(
                                new UUID(0, number),
                                SALON,
                                START.plusSeconds(number),
                                JournalEntry.Author.WINDOW,
                                new ModeCommand.Auto(),
                                null,
                                "",
                                JournalEntry.Result.VERIFIED,
                                1,
                                null,
                                ""));
    }
}
