package pilotempo.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.battery.Mac;

class SettingsLoadTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment\n",
                "---\n",
                "null\n",
                "{}\n",
                "\uFEFFpoll:\n",
                "batteries:\npoll: {}\ntempo: {rte: , public: {}}\n",
                "poll: {interval: auto, slow-interval: , gap: ~, timeout: null, bind: '', retries: auto}\n",
                "tempo: {prices: [], source: AUTO, subscribed-kva: }\nui: {language: auto, kiosk-pin: }\n"
            })
    void what_is_not_set_is_the_default(String text) throws Exception {
        assertThat(load(text, Map.of()).settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void an_absent_file_at_the_default_place_gives_the_defaults() throws Exception {
        var loaded =
                SettingsFile.load(Optional.empty(), Map.of("XDG_CONFIG_HOME", folder.toString()));
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.file()).isEmpty();
    }

    @Test
    void the_design_s_own_example_is_understood() throws Exception {
        var settings =
                load(
                                """
                                batteries:
                                  - {id: salon, name: Salon, host: 192.0.2.11, port: 30001, mac: "02005e000001"}
                                  - id: garage
                                    mac: 02-00-5E-00-00-02
                                    ask: broadcast
                                    poll: {interval: 20s, gap: 500ms}
                                    retries: 0
                                zone: Europe/Brussels
                                poll: {interval: 1m, slow-interval: 2h, timeout: 3s, adaptive: False, bind: 127.0.0.1}
                                history: {commit-interval: 1s, raw-days: 30}
                                tempo:
                                  source: rte
                                  rte: {base-url: "http://localhost:8080/", client-id: me, client-secret: s}
                                  prices:
                                    - from: 2027-02-01
                                      eur_per_kwh: {blueHC: 0.13, blueHP: 0.16, whiteHC: 0.15, whiteHP: 0.19, redHC: 0.16, redHP: 0.7}
                                  subscribed-kva: 9
                                  export-price: 0.04
                                planning: {charge-power: 1.2kW, colours: [red, WHITE], day-mode: auto}
                                logging: {level: debug, format: json, file: /tmp/x.log}
                                ui: {language: fr, theme: dark}
                                """,
                                Map.of())
                        .settings();
        var garage = settings.batteries().get(1);
        assertThat(settings.batteries().get(0).port()).isEqualTo(30001);
        assertThat(garage.name()).isEqualTo("garage");
        assertThat(garage.mac()).contains(new Mac("02005e000002"));
        assertThat(garage.broadcast()).isTrue();
        assertThat(garage.interval()).contains(Duration.ofSeconds(20));
        assertThat(garage.gap()).contains(Duration.ofMillis(500));
        assertThat(garage.retries()).contains(0);
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(settings.poll().interval()).contains(Duration.ofMinutes(1));
        assertThat(settings.poll().slowInterval()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.poll().adaptive()).isFalse();
        assertThat(settings.tempo().rteBaseUrl()).hasToString("http://localhost:8080");
        assertThat(settings.tempo().prices().getFirst().from()).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(settings.tempo().prices().getFirst().eurPerKwh())
                .hasSize(6)
                .containsEntry("redHP", new BigDecimal("0.7"));
        assertThat(settings.planning().chargePowerW()).isEqualTo(1200);
        assertThat(settings.planning().colours()).isEqualTo(Set.of("RED", "WHITE"));
        assertThat(settings.planning().dayMode()).isEqualTo("auto");
        assertThat(settings.ui().language()).isEqualTo(UiSettings.Language.FR);
    }

    @Test
    void the_environment_wins_over_the_file() throws Exception {
        var settings =
                load(
                                "poll: {interval: 60s}\ndatabase: {password: old}\n",
                                Map.of(
                                        "PILOTEMPO_POLL_INTERVAL", "10s",
                                        "PILOTEMPO_PLANNING_COLOURS", "red, white",
                                        "POSTGRES_PASSWORD", "new",
                                        "MARSTEK_TELEGRAM_BOT_TOKEN", "1:token",
                                        "MARSTEK_TELEGRAM_CHAT_ID", "-42",
                                        "MARSTEK_TEMPO_CONTRACT_NUMBER", "123",
                                        "MARSTEK_TEMPO_CLIENT_ID", "me",
                                        "MARSTEK_TEMPO_CLIENT_SECRET", "auto",
                                        "PILOTEMPO_UI_THEME", "",
                                        "PILOTEMPO_TEMPO_RTE_BASE_URL", "http://localhost:1"))
                        .settings();
        assertThat(settings.poll().interval()).contains(Duration.ofSeconds(10));
        assertThat(settings.planning().colours()).isEqualTo(Set.of("RED", "WHITE"));
        assertThat(settings.database().password()).contains(new Secret("new"));
        assertThat(settings.notifications().telegramBotToken()).contains(new Secret("1:token"));
        assertThat(settings.notifications().telegramChatId()).contains("-42");
        assertThat(settings.tempo().contractNumber()).contains("123");
        assertThat(settings.tempo().rteClientId()).contains("me");
        assertThat(settings.tempo().rteClientSecret()).contains(new Secret("auto"));
        assertThat(settings.tempo().rteBaseUrl()).hasToString("http://localhost:1");
    }

    @Test
    void a_good_variable_hides_a_bad_value_in_the_file() throws Exception {
        var settings =
                load("poll: {interval: 10}\n", Map.of("PILOTEMPO_POLL_INTERVAL", "10s")).settings();
        assertThat(settings.poll().interval()).contains(Duration.ofSeconds(10));
    }

    @Test
    void only_variables_that_mean_nothing_are_collected() throws Exception {
        var loaded =
                load(
                        "",
                        Map.of(
                                "PILOTEMPO_POL_INTERVAL", "1s",
                                "PILOTEMPO_BATTERIES", "x",
                                "PILOTEMPO_JAVA_HOME", "/x",
                                "PILOTEMPO_TEST_X", "1",
                                "PILOTEMPO_DATA", "/x",
                                "PILOTEMPO_DATABASE_PASSWORD", "p",
                                "OTHER", "1"));
        assertThat(loaded.unknownVariables())
                .containsExactly("PILOTEMPO_BATTERIES", "PILOTEMPO_POL_INTERVAL");
    }

    @Test
    void a_pace_that_may_hurt_the_device_warns() throws Exception {
        var loaded =
                load(
                        "poll: {interval: 9s}\nbatteries: [{id: a, host: b, poll: {interval: 2s}}, {id: c, host: d, interval: 10s}]\n",
                        Map.of());
        assertThat(loaded.warnings())
                .containsExactly(
                        "poll.interval is 9s: below 10s a battery may drop its meter or its API",
                        "poll.interval of battery 'a' is 2s: below 10s a battery may drop its meter"
                                + " or its API");
    }

    @Test
    void the_places_are_the_platform_s() {
        var home = Path.of("/home/me");
        var linux = Places.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", home);
        assertThat(linux.config()).isEqualTo(home.resolve(".config/pilotempo/pilotempo.yaml"));
        assertThat(linux.data()).isEqualTo(home.resolve(".local/share/pilotempo"));
        var mac = Places.of(Map.of(), "Mac OS X", home);
        assertThat(mac.data()).isEqualTo(home.resolve("Library/Application Support/Pilotempo"));
        var windows = Places.of(Map.of("APPDATA", "/roaming"), "Windows 11", home);
        assertThat(windows.config()).isEqualTo(Path.of("/roaming/Pilotempo/pilotempo.yaml"));
        assertThat(windows.data()).isEqualTo(home.resolve("AppData/Local/Pilotempo"));
        var named =
                Places.of(
                        Map.of("PILOTEMPO_CONFIG", "/c.yaml", "PILOTEMPO_DATA", "/d"),
                        "Linux",
                        home);
        assertThat(named.namedConfig()).contains(Path.of("/c.yaml"));
        assertThat(named.data()).isEqualTo(Path.of("/d"));
    }

    private LoadedSettings load(String text, Map<String, String> environment)
            throws IOException, SettingsProblem {
        var file = Files.writeString(folder.resolve("pilotempo.yaml"), text);
        return SettingsFile.load(Optional.of(file), environment);
    }
}
