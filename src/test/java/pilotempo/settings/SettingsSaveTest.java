package pilotempo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.settings.SettingsProblem.Kind;

class SettingsSaveTest {
    private static final String COMMENTED =
            """
            # my house
            batteries:
              # the big one
              - id: salon     # in the living room
                host: 192.0.2.11
                # under the stairs
              - {id: garage, host: 192.0.2.12, port: 30001}   # cold

            # how often
            poll:
              # not too often
              interval: 60s   # a minute
              retries: 1
            tempo: {rte: {client-id: me, client-secret: "s3"}}  # from the portal
            ui:
            """;

    @TempDir Path folder;

    @Test
    void random_settings_come_back_as_they_were_saved() throws Exception {
        long seed = new Random().nextLong();
        var random = new RandomSettings(new Random(seed));
        for (int i = 0; i < 2; i++) {
            var file = Files.writeString(folder.resolve("p.yaml"), "");
            var wanted = random.any();
            var saved = SettingsFile.save(load(file), wanted, Map.of());
            assertThat(saved.settings()).as("seed %s, settings %s", seed, i).isEqualTo(wanted);
            assertThat(load(file).settings()).as("seed %s", seed).isEqualTo(wanted);
        }
        for (int i = 0; i < 300; i++) {
            var wanted = random.any();
            var before = i % 6 == 0 ? "zone: Europe/Paris\n" : "";
            var text = new SettingsChange(Settings.DEFAULT, wanted).applyTo(before, "p.yaml");
            assertThat(SettingsReader.read(text, "p.yaml", Variables.NONE))
                    .as("seed %s, text %s", seed, text)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void random_changes_on_top_of_each_other_come_back() throws Exception {
        long seed = new Random().nextLong();
        var random = new RandomSettings(new Random(seed));
        var text = COMMENTED;
        for (int i = 0; i < 60; i++) {
            var now = SettingsReader.read(text, "p.yaml", Variables.NONE);
            var any = random.any();
            var wanted =
                    switch (i % 3) {
                        case 0 -> now.withBatteries(any.batteries());
                        case 1 -> now.withPoll(any.poll()).withUi(any.ui());
                        default -> now.withTempo(keepPrices(any, now));
                    };
            text = new SettingsChange(now, wanted).applyTo(text, "p.yaml");
            assertThat(SettingsReader.read(text, "p.yaml", Variables.NONE))
                    .as("seed %s, step %s", seed, i)
                    .isEqualTo(wanted);
        }
        assertThat(text)
                .as("seed %s", seed)
                .contains("# my house", "# how often", "# not too often", "# a minute")
                .contains("# from the portal");
    }

    @Test
    void only_the_changed_words_of_the_file_change() throws Exception {
        assertThat(saved(COMMENTED, all -> all.withUi(DARK)))
                .isEqualTo(COMMENTED.replace("ui:\n", "ui: {theme: dark}\n"));
        assertThat(
                        saved(
                                COMMENTED,
                                all ->
                                        all.withBatteries(
                                                List.of(withMac(all, 0), all.batteries().get(1)))))
                .isEqualTo(
                        COMMENTED.replace(
                                "# in the living room\n",
                                "# in the living room\n    mac: \"02005e000001\"\n"));
        assertThat(saved(COMMENTED, all -> all.withBatteries(List.of(withMac(all, 1)))))
                .isEqualTo(
                        COMMENTED
                                .replaceAll("(?s)  - id: salon.*stairs\n", "")
                                .replace("{id: garage", "{mac: \"02005e000001\", id: garage"));
    }

    @Test
    void a_battery_is_added_below_the_others() throws Exception {
        var text =
                saved(
                        COMMENTED,
                        all -> {
                            var more = new ArrayList<>(all.batteries());
                            more.add(BatterySettings.at("cave", "Cave à vin", "192.0.2.13", 30000));
                            return all.withBatteries(more);
                        });
        assertThat(text)
                .isEqualTo(
                        COMMENTED.replace(
                                "# cold\n",
                                "# cold\n"
                                        + "  - {id: cave, name: \"Cave à vin\", host:"
                                        + " 192.0.2.13}\n"));
    }

    @Test
    void windows_line_ends_stay() throws Exception {
        assertThat(saved("ui:\r\n  theme: light\r\nzone: UTC\r\n", all -> all.withUi(DARK)))
                .isEqualTo("ui:\r\n  theme: dark\r\nzone: UTC\r\n");
    }

    @Test
    void a_layout_too_unusual_to_edit_is_written_anew() throws Exception {
        var text = "poll: &same {interval: 5m}\nbatteries: [{id: a, host: b, poll: *same}]\n";
        var saved =
                saved(
                        text,
                        all -> {
                            var own = withRetries(all, 0);
                            return all.withBatteries(List.of(own));
                        });
        assertThat(saved).contains("retries: 5").contains("interval: 5m");
    }

    @Test
    void what_another_hand_changed_meanwhile_stays() throws Exception {
        var file = Files.writeString(folder.resolve("p.yaml"), COMMENTED);
        var loaded = load(file);
        Files.writeString(
                file,
                COMMENTED
                        .replace("interval: 60s", "interval: 30s")
                        .replace(
                                "  - {id: garage",
                                "  - {id: cave, host: 192.0.2.13}\n  - {id: garage"));
        var wanted =
                loaded.settings()
                        .withUi(DARK)
                        .withBatteries(List.of(withMac(loaded.settings(), 0)));
        var settings = SettingsFile.save(loaded, wanted, Map.of()).settings();
        assertThat(settings.poll().interval()).contains(java.time.Duration.ofSeconds(30));
        assertThat(settings.ui().theme()).isEqualTo(UiSettings.Theme.DARK);
        assertThat(settings.batteries())
                .extracting(BatterySettings::id)
                .containsExactly("salon", "cave");
        assertThat(settings.batteries().getFirst().mac()).isPresent();
    }

    @Test
    void a_file_broken_meanwhile_is_not_touched() throws Exception {
        var file = Files.writeString(folder.resolve("p.yaml"), COMMENTED);
        var loaded = load(file);
        Files.writeString(file, "poll: {interval: 5\n");
        assertThatThrownBy(
                        () -> SettingsFile.save(loaded, loaded.settings().withUi(DARK), Map.of()))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("p.yaml:1: a ',' or '}' is missing");
        assertThat(file).hasContent("poll: {interval: 5\n");
    }

    @Test
    void nothing_from_the_environment_is_written() throws Exception {
        var file = Files.writeString(folder.resolve("p.yaml"), "poll: {interval: 60s}\n");
        var environment = Map.of("PILOTEMPO_POLL_INTERVAL", "10s", "POSTGRES_PASSWORD", "geheim");
        var loaded = SettingsFile.load(Optional.of(file), environment);
        var saved = SettingsFile.save(loaded, loaded.settings().withUi(DARK), environment);
        assertThat(saved.settings()).isEqualTo(loaded.settings().withUi(DARK));
        assertThat(file).content().contains("60s").doesNotContain("10s", "geheim");
    }

    @Test
    void what_a_variable_sets_can_t_be_changed() throws Exception {
        var file = Files.writeString(folder.resolve("p.yaml"), "");
        var environment = Map.of("PILOTEMPO_UI_THEME", "light");
        var loaded = SettingsFile.load(Optional.of(file), environment);
        assertThatThrownBy(
                        () ->
                                SettingsFile.save(
                                        loaded, loaded.settings().withUi(DARK), environment))
                .hasMessage("ui.theme is set by the variable PILOTEMPO_UI_THEME: change it there");
    }

    @Test
    void a_wrong_value_is_refused_and_the_file_stays() throws Exception {
        var file = Files.writeString(folder.resolve("p.yaml"), COMMENTED);
        var loaded = load(file);
        var wrong =
                loaded.settings()
                        .withBatteries(List.of(BatterySettings.at("a", "a", "192.0.2.1", 70000)));
        assertThatThrownBy(() -> SettingsFile.save(loaded, wrong, Map.of()))
                .isInstanceOf(SettingsProblem.class)
                .hasMessage("port of battery 'a' is '70000': it must be from 1 to 65535");
        assertThat(file).hasContent(COMMENTED);
    }

    @Test
    void the_first_save_makes_the_file_for_its_owner_alone() throws Exception {
        var environment = Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
        var loaded = SettingsFile.load(Optional.empty(), environment);
        var saved = SettingsFile.save(loaded, loaded.settings().withUi(DARK), environment);
        var file = folder.resolve("config/pilotempo/pilotempo.yaml");
        assertThat(saved.file()).contains(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void a_link_stays_a_link() throws Exception {
        var real = Files.writeString(folder.resolve("real.yaml"), "");
        var link = Files.createSymbolicLink(folder.resolve("p.yaml"), real);
        SettingsFile.save(load(link), Settings.DEFAULT.withUi(DARK), Map.of());
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("dark");
    }

    @Test
    void where_nothing_can_be_written_it_is_said() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "").resolve("p.yaml");
        var loaded =
                new LoadedSettings(Settings.DEFAULT, Optional.of(blocked), List.of(), List.of());
        assertThatThrownBy(() -> SettingsFile.save(loaded, Settings.DEFAULT.withUi(DARK), Map.of()))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageStartingWith(blocked + ": it can't be ");
        assertThat(kind(new AccessDeniedException("/x"))).isEqualTo(Kind.READ_ONLY);
        assertThat(kind(new FileSystemException("/x", null, "Read-only file system")))
                .isEqualTo(Kind.READ_ONLY);
        assertThat(kind(new FileSystemException("/x", null, "Device or resource busy")))
                .isEqualTo(Kind.MOUNTED_ALONE);
        assertThat(kind(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo(Kind.DISK_FULL);
        assertThat(kind(new IOException("strange"))).isEqualTo(Kind.UNWRITABLE);
        assertThat(AtomicFile.problem(Path.of("/x"), new AccessDeniedException("/x")))
                .hasMessageStartingWith("/x: it can't be changed, its folder is read-only");
    }

    private static Kind kind(Exception failed) {
        return AtomicFile.problem(Path.of("/x"), failed).kind();
    }

    private static final UiSettings DARK =
            new UiSettings(UiSettings.Language.AUTO, UiSettings.Theme.DARK, Optional.empty());

    private static TempoSettings keepPrices(Settings any, Settings now) {
        var tempo = any.tempo();
        return new TempoSettings(
                tempo.source(),
                tempo.rteBaseUrl(),
                tempo.rteClientId(),
                tempo.rteClientSecret(),
                tempo.publicBaseUrl(),
                tempo.contractNumber(),
                tempo.offer(),
                now.tempo().prices(),
                tempo.subscribedKva(),
                tempo.exportPrice());
    }

    private static BatterySettings withMac(Settings all, int index) {
        var own = all.batteries().get(index);
        return new BatterySettings(
                own.id(),
                own.name(),
                own.host(),
                own.port(),
                Optional.of(new Mac("02005e000001")),
                own.interval(),
                own.slowInterval(),
                own.gap(),
                own.timeout(),
                own.retries(),
                own.broadcast());
    }

    private static BatterySettings withRetries(Settings all, int index) {
        var own = all.batteries().get(index);
        return new BatterySettings(
                own.id(),
                own.name(),
                own.host(),
                own.port(),
                own.mac(),
                own.interval(),
                own.slowInterval(),
                own.gap(),
                own.timeout(),
                Optional.of(5),
                own.broadcast());
    }

    private String saved(String text, UnaryOperator<Settings> change) throws Exception {
        var file = Files.writeString(folder.resolve("p.yaml"), text);
        var loaded = load(file);
        var wanted = change.apply(loaded.settings());
        assertThat(SettingsFile.save(loaded, wanted, Map.of()).settings()).isEqualTo(wanted);
        return Files.readString(file);
    }

    private static LoadedSettings load(Path file) throws SettingsProblem {
        return SettingsFile.load(Optional.of(file), Map.of());
    }
}
