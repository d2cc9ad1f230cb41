package pilotempo.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation and the example say all that the program reads. */
class SettingsDocsTest {
    private static final Path DOCS = Path.of("docs/settings.md");
    private static final Path EXAMPLE = Path.of("pilotempo.example.yaml");

    @Test
    void each_key_has_a_row_in_the_documentation() throws Exception {
        var rows = Files.readAllLines(DOCS);
        assertThat(
                        Stream.concat(
                                        SettingsKeys.ALL.stream(),
                                        SettingsKeys.PRICE_CLASSES.stream())
                                .filter(key -> !key.equals(SettingsKeys.BATTERIES)))
                .allSatisfy(
                        key ->
                                assertThat(rows)
                                        .anyMatch(
                                                row ->
                                                        row.startsWith("| `")
                                                                && row.contains("`" + key + "`")));
        assertThat(SettingsKeys.BATTERY.stream().filter(key -> !isFlatPollKey(key)))
                .allSatisfy(
                        key ->
                                assertThat(rows)
                                        .anyMatch(row -> row.startsWith("| `" + key + "` |")));
    }

    @Test
    void each_variable_with_a_name_of_its_own_is_documented() throws Exception {
        var text = Files.readString(DOCS);
        var names =
                SettingsKeys.SCALARS.stream()
                        .flatMap(path -> Variables.namesOf(path).stream().skip(1))
                        .toList();
        assertThat(names).hasSize(6);
        assertThat(text).contains(names);
    }

    @Test
    void no_row_of_the_documentation_is_about_a_key_that_is_not_read() throws Exception {
        var known =
                Stream.concat(SettingsKeys.ALL.stream(), SettingsKeys.BATTERY.stream()).toList();
        assertThat(Files.readAllLines(DOCS).stream().filter(row -> row.startsWith("| `")))
                .allSatisfy(row -> assertThat(known).contains(row.split("`", -1)[1]));
    }

    @Test
    void the_example_loads_holds_every_key_and_the_defaults() throws Exception {
        var loaded = SettingsFile.load(Optional.of(EXAMPLE), Map.of());
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.settings().batteries()).hasSize(2);
        assertThat(SettingsText.of(loaded.settings()))
                .containsAllEntriesOf(withoutScale(SettingsText.of(Settings.DEFAULT)));
        var lines = Files.readAllLines(EXAMPLE);
        assertThat(SettingsKeys.ALL)
                .allSatisfy(
                        path -> {
                            var key = path.substring(path.lastIndexOf('.') + 1) + ":";
                            assertThat(lines).anyMatch(line -> line.strip().startsWith(key));
                        });
    }

    private static Map<String, String> withoutScale(Map<String, String> values) {
        values.remove("tempo.export-price");
        return values;
    }

    private static boolean isFlatPollKey(String key) {
        return List.copyOf(SettingsKeys.BATTERY_POLL).contains(key);
    }
}
