package pilotempo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;

class BackupCommandsTest {
    private static final Mac SALON = new Mac("02005e000001");

    @TempDir private Path folder;
    private Path data;
    private Path zip;

    @BeforeEach
    void a_database_with_three_readings() throws Exception {
        data = folder.resolve("data");
        zip = folder.resolve("backup.zip");
        try (var history = open()) {
            for (int i = 0; i < 3; i++) {
                history.store(
                        new Reading(
                                SALON,
                                Instant.parse("2026-01-05T00:00:00Z").plusSeconds(60L * i),
                                new Observation(
                                        Map.of(Quantity.SOC_PCT, 50.0 + i),
                                        null,
                                        null,
                                        null,
                                        null)));
            }
        }
    }

    @Test
    void a_backup_is_written_once_and_restored() throws Exception {
        expect(0, "backup: " + zip, "history", "backup", zip.toString());
        expect(2, "is there already", "history", "backup", zip.toString());
        expect(0, "backup: " + zip, "history", "backup", "--replace", zip.toString());
        Files.delete(data.resolve("history.mv.db"));
        expect(0, "restored: 3 readings", "history", "restore", zip.toString());
        expect(2, "there is no file", "history", "restore", folder.resolve("no.zip").toString());
        expect(1, "no whole backup", "history", "restore", data.resolve("lock").toString());
        try (var history = open()) {
            assertThat(history.newest(SALON)).isPresent();
        }
    }

    private History open() {
        return LocalHistory.open(
                data, HistorySettings.DEFAULT, ZoneId.of("Europe/Paris"), Time.system());
    }

    private void expect(int code, String words, String... args) throws InterruptedException {
        try (var child = child(args)) {
            assertThat(child.exitCode(60)).as(child::err).isEqualTo(code);
            assertThat(child.err()).contains(words).hasLineCount(1);
            assertThat(child.out()).isEmpty();
        }
    }

    private Child child(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return Child.start(folder, List.of(), all.toArray(String[]::new));
    }
}
