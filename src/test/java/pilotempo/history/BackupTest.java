package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.battery;
import static pilotempo.history.Fixtures.open;
import static pilotempo.history.Fixtures.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Quantity;
import pilotempo.lifecycle.Time;

class BackupTest {
    @TempDir private Path temp;
    private Path data;
    private Path zip;

    @BeforeEach
    void places() throws IOException {
        data = Files.createDirectory(temp.resolve("data"));
        zip = temp.resolve("it's a backup.zip");
    }

    @Test
    void a_backup_made_while_recording_brings_back_what_was_there() throws Exception {
        List<String> before;
        try (var history = open(data)) {
            history.remember(battery(SALON, "salon"));
            store(history, 0, 500);
            history.flush();
            before = csv(history);
            var told = new ArrayList<CopyProgress>();
            history.backup(zip, false, told::add);
            assertThat(told).isNotEmpty();
            store(history, 500, 600);
        }
        assertThat(new Restore(zip, data).run(_ -> {}).readings()).isEqualTo(500);
        try (var history = open(data)) {
            assertThat(csv(history)).isEqualTo(before);
            store(history, 700, 710);
            history.flush();
            assertThat(csv(history)).hasSize(before.size() + 10);
        }
    }

    @Test
    void what_is_restored_is_another_database_to_a_server() throws Exception {
        java.util.UUID identity;
        try (var history = open(data)) {
            identity = history.outbox().identity();
            history.backup(zip, false, _ -> {});
        }
        new Restore(zip, data).run(_ -> {});
        try (var history = open(data)) {
            assertThat(history.outbox().identity()).isNotEqualTo(identity);
        }
    }

    @Test
    void the_database_that_a_restore_replaces_is_kept() throws Exception {
        try (var history = open(data)) {
            history.backup(zip, false, _ -> {});
            store(history, 0, 50);
        }
        new Restore(zip, data).run(_ -> {});
        try (var kept = Files.list(data)) {
            assertThat(kept.map(file -> file.getFileName().toString()).toList())
                    .hasSize(2)
                    .contains("history.mv.db")
                    .anyMatch(name -> name.matches("history-before-restore-.*Z\\.mv\\.db"));
        }
    }

    @Test
    void a_restore_killed_between_its_moves_is_finished_at_the_next_start() throws Exception {
        try (var history = open(data)) {
            store(history, 0, 50);
        }
        var waiting = RestoredFile.in(data.resolve("history.mv.db")).waiting();
        Files.move(data.resolve("history.mv.db"), waiting);
        try (var history = open(data)) {
            assertThat(csv(history)).hasSize(51);
        }
        assertThat(waiting).doesNotExist();
    }

    @Test
    void an_existing_file_is_replaced_only_when_that_is_asked_for() throws Exception {
        Files.writeString(zip, "precious");
        try (var history = open(data)) {
            assertThatThrownBy(() -> history.backup(zip, false, _ -> {}))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(zip).hasContent("precious");
            history.backup(zip, true, _ -> {});
            assertThat(Files.size(zip)).isGreaterThan(1_000);
        }
    }

    @Test
    void a_backup_into_nowhere_is_refused_and_leaves_nothing() throws Exception {
        try (var history = open(data)) {
            assertThatThrownBy(() -> history.backup(temp.resolve("no/x.zip"), false, _ -> {}))
                    .isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> history.backup(data, true, _ -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is a folder");
        }
        assertThat(temp.resolve("no")).doesNotExist();
    }

    @Test
    void what_is_no_backup_changes_nothing() throws Exception {
        List<String> before;
        try (var history = open(data)) {
            store(history, 0, 300);
            history.flush();
            before = csv(history);
            history.backup(zip, false, _ -> {});
        }
        var cut = temp.resolve("cut.zip");
        var whole = Files.readAllBytes(zip);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        var text = Files.writeString(temp.resolve("text.zip"), "hello");
        var other = zip(temp.resolve("other.zip"), "readme.txt", new byte[10]);
        var garbage = zip(temp.resolve("garbage.zip"), "history.mv.db", new byte[50_000]);
        for (var bad : List.of(cut, text, other, garbage)) {
            assertThatThrownBy(() -> new Restore(bad, data).run(_ -> {}))
                    .as(bad.toString())
                    .isInstanceOf(HistoryUnavailable.class)
                    .hasMessageContaining("no whole backup")
                    .hasMessageContaining("nothing was changed");
        }
        assertThatThrownBy(() -> new Restore(temp.resolve("none.zip"), data).run(_ -> {}))
                .isInstanceOf(NoSuchFileException.class);
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
        try (var history = open(data)) {
            assertThat(csv(history)).isEqualTo(before);
        }
    }

    @Test
    void a_program_that_records_sets_a_damaged_database_aside_and_says_so() throws Exception {
        Files.write(data.resolve("history.mv.db"), new byte[60_000]);
        var settings = Fixtures.QUICK;
        try (var history =
                LocalHistory.openToRecord(data, settings, Fixtures.PARIS, Time.system())) {
            assertThat(history.health().notice())
                    .contains("was damaged")
                    .contains("history-damaged-")
                    .contains("history restore");
            store(history, 0, 5);
            history.flush();
            assertThat(csv(history)).hasSize(6);
            assertThat(history.outbox().after(OutboxStream.EVENTS, 0, 10)).hasSize(1);
        }
        try (var files = Files.list(data)) {
            assertThat(files.filter(f -> f.getFileName().toString().contains("damaged")).toList())
                    .singleElement()
                    .satisfies(aside -> assertThat(Files.size(aside)).isEqualTo(60_000));
        }
        try (var history =
                LocalHistory.openToRecord(data, settings, Fixtures.PARIS, Time.system())) {
            assertThat(history.health().notice()).isNull();
        }
    }

    private static Path zip(Path file, String name, byte[] content) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.closeEntry();
        }
        return file;
    }

    private static void store(History history, int from, int to) {
        for (int i = from; i < to; i++) {
            history.store(
                    reading(
                            SALON,
                            at("2026-01-05T00:00:00Z").plusSeconds(10L * i),
                            Map.of(Quantity.POWER_W, i * 1.5)));
        }
    }

    private static List<String> csv(History history) throws Exception {
        var out = new ByteArrayOutputStream();
        history.export(Fixtures.export(Step.RAW, ExportRequest.Format.CSV), out, _ -> {});
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
