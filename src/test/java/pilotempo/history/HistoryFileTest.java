package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.open;
import static pilotempo.history.Fixtures.reading;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Quantity;

class HistoryFileTest {
    @TempDir private Path folder;

    @Test
    void a_folder_in_use_is_refused_in_one_sentence_and_free_again_afterwards() {
        var first = open(folder);
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(HistoryUnavailable.class)
                .hasMessageContaining("in use by another Pilotempo")
                .hasMessageContaining(folder.toString());
        first.close();
        open(folder).close();
    }

    @Test
    void a_file_that_is_no_database_is_left_as_it_is() throws IOException {
        var file = folder.resolve("history.mv.db");
        for (int length : new int[] {5, 4096, 10_000}) {
            var content = new byte[length];
            new Random(length).nextBytes(content);
            Files.write(file, content);
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(HistoryUnavailable.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("pilotempo history restore");
            assertThat(Files.readAllBytes(file)).isEqualTo(content);
        }
    }

    @Test
    void a_damaged_database_is_refused_and_left_as_it_is() throws Exception {
        try (var history = open(folder)) {
            var start = at("2026-01-05T00:00:00Z");
            for (int i = 0; i < 2000; i++) {
                history.store(
                        reading(
                                SALON,
                                start.plusSeconds(60L * i),
                                Map.of(Quantity.POWER_W, i * 1.7, Quantity.SOC_PCT, i % 101.0)));
            }
            history.flush();
        }
        var file = folder.resolve("history.mv.db");
        var whole = Files.readAllBytes(file);
        for (int from : new int[] {0, 2 * 4096}) {
            var damaged = whole.clone();
            Arrays.fill(damaged, from, damaged.length, (byte) 7);
            Files.write(file, damaged);
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(HistoryUnavailable.class)
                    .hasMessageContaining("damaged");
            assertThat(Arrays.equals(Files.readAllBytes(file), damaged)).isTrue();
        }
    }

    @Test
    void a_folder_in_the_file_s_place_is_refused() throws IOException {
        Files.createDirectory(folder.resolve("history.mv.db"));
        assertThatThrownBy(() -> open(folder)).isInstanceOf(HistoryUnavailable.class);
    }

    @Test
    void a_data_folder_that_is_a_file_is_refused() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(HistoryUnavailable.class)
                .hasMessageContaining("can't be made");
    }

    @Test
    void a_database_of_a_newer_version_is_refused() throws SQLException {
        open(folder).close();
        try (var connection = new HistoryFile(folder, "file:").connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE \"flyway_schema_history\" SET \"version\" = '99'");
        }
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(HistoryUnavailable.class)
                .hasMessageContaining("newer Pilotempo");
    }

    @Test
    void a_database_whose_making_was_killed_is_made_again() throws SQLException {
        open(folder).close();
        try (var connection = new HistoryFile(folder, "file:").connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE fact");
            statement.execute("UPDATE \"flyway_schema_history\" SET \"success\" = FALSE");
        }
        try (var history = open(folder)) {
            assertThat(history.known()).isEmpty();
            assertThat(history.health().recording()).isTrue();
        }
    }

    @Test
    void a_database_removed_while_it_is_open_is_told() throws Exception {
        try (var history = open(folder)) {
            var start = at("2026-01-05T00:00:00Z");
            history.store(reading(SALON, start, Map.of(Quantity.POWER_W, 1.0)));
            history.flush();
            Files.delete(folder.resolve("history.mv.db"));
            history.store(reading(SALON, start.plusSeconds(60), Map.of(Quantity.POWER_W, 2.0)));
            assertThatThrownBy(history::flush)
                    .isInstanceOf(HistoryUnavailable.class)
                    .hasMessageContaining("was removed");
            assertThat(history.health().recording()).isFalse();
        }
    }

    @Test
    void the_newest_script_is_the_version_that_counts() throws IOException, URISyntaxException {
        var script = HistoryFile.class.getResource("/pilotempo/history/V1__readings.sql");
        assertThat(script).isNotNull();
        try (var scripts = Files.list(Path.of(script.toURI()).getParent())) {
            assertThat(
                            scripts.map(path -> path.getFileName().toString())
                                    .filter(name -> name.matches("V\\d+__.*\\.sql"))
                                    .mapToInt(
                                            name ->
                                                    Integer.parseInt(
                                                            name.substring(1, name.indexOf("__"))))
                                    .max())
                    .hasValue(HistoryFile.NEWEST);
        }
    }

    @Test
    void a_folder_with_spaces_quotes_and_accents_works_and_one_with_a_semicolon_is_refused() {
        var odd = folder.resolve("a b c'd é");
        open(odd).close();
        assertThat(odd.resolve("history.mv.db")).exists();
        assertThatThrownBy(() -> open(folder.resolve("a;b")))
                .isInstanceOf(HistoryUnavailable.class)
                .hasMessageContaining("without a semicolon");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(odd));
    }
}
