package pilotempo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input, and the exact line a user gets. {@code @} stands for the file. */
class BadSettingsTest {
    @TempDir Path folder;

    static Stream<Arguments> bad_files() {
        return Stream.of(
                bad(
                        "poll:\n  intervall: 5s\n",
                        "@:2: unknown key 'intervall' in poll — did you mean 'interval'?"),
                bad("pol: {}\n", "@:1: unknown key 'pol' — did you mean 'poll'?"),
                bad(
                        "\n\ninterval: 5s\n",
                        "@:3: unknown key 'interval' — did you mean 'poll.interval'?"),
                bad(
                        "ui: {zzzzzz: 1}\n",
                        "@:1: unknown key 'zzzzzz' in ui — known here: language, theme, kiosk-pin"),
                bad(
                        "tempo:\n  rte:\n    client_id: x\n",
                        "@:3: unknown key 'client_id' in tempo.rte — did you mean 'client-id'?"),
                bad(
                        "<<: {a: b}\n",
                        "@:1: unknown key '<<' — known here: batteries, zone, poll, history, tempo,"
                                + " database, planning, telegram, webhook, alerts, logging, ui"),
                bad("[a, b]: c\n", "@:1: a key is missing before the ':'"),
                bad("zone: Europe/Paris\nzone: UTC\n", "@:2: zone is there twice: remove one"),
                bad("poll: {gap: 2s, gap: 3s}\n", "@:1: poll.gap is there twice: remove one"),
                bad("poll: 5\n", "@:1: poll takes keys of its own, as in 'interval: …' under it"),
                bad(
                        "poll:\n  - 5\n",
                        "@:1: poll takes keys of its own, as in 'interval: …' under it"),
                bad("zone: [Europe/Paris]\n", "@:1: zone takes one value, not a list or a group"),
                bad(
                        "telegram:\n  bot-token: {a: b}\n",
                        "@:2: telegram.bot-token takes one value, not a list or a group"),
                bad("- a\n- b\n", "@:1: write keys and values here, as in 'key: value'"),
                bad("just words\n", "@:1: write keys and values here, as in 'key: value'"),
                bad(
                        "poll:\n\tgap: 2s\n",
                        "@:2: there is a tab: YAML wants spaces, two for each step"),
                bad(
                        "zone: a: b\n",
                        "@:1: a ':' is out of place: check the indentation, or put the value in"
                                + " quotes"),
                bad("zone: UTC\nui\npoll: {}\n", "@:2: a ':' is missing after the key"),
                bad("zone: UTC\npoll: {gap: 2s\n", "@:2: a ',' or '}' is missing"),
                bad("batteries: [a\n", "@:1: a ',' or ']' is missing"),
                bad("zone: \"UTC\npoll: {}\n", "@:1: a quote is opened here and never closed"),
                bad(
                        "poll:\n  gap: 2s\n retries: 1\n",
                        "@:3: this line does not fit the ones above: check the indentation"),
                bad(
                        "zone: UTC\n---\nzone: UTC\n",
                        "@:2: '---' begins a second document: one is allowed"),
                bad(
                        "telegram:\n  bot-token: *geheim\n",
                        "@:2: this is not valid YAML: put a value with special characters in"
                                + " quotes"),
                bad(
                        "database: {password: @geheim}\n",
                        "@:1: this is not valid YAML: put a value with special characters in"
                                + " quotes"),
                bad("zone: UTC\nui: \u0007\n", "@:2: there is a control character: remove it"),
                bad("zone: a\0b\n", "@: this is not text in UTF-8, save it as such"),
                bad("[".repeat(100_000), "@: brackets are nested too deeply"),
                bad("#" + " ".repeat(1 << 20), "@: over 1 MiB, this is not a settings file"),
                // durations
                bad(
                        "poll: {interval: 10}\n",
                        "@:1: poll.interval is '10': the unit is missing, write 10s for seconds"),
                bad(
                        "poll: {interval: soon}\n",
                        "@:1: poll.interval is 'soon': write a duration, as in 500ms, 60s, 5m or"
                                + " 2h"),
                bad(
                        "poll: {interval: 1.5s}\n",
                        "@:1: poll.interval is '1.5s': write a duration, as in 500ms, 60s, 5m or"
                                + " 2h"),
                bad(
                        "poll: {interval: -5s}\n",
                        "@:1: poll.interval is '-5s': write a duration, as in 500ms, 60s, 5m or"
                                + " 2h"),
                bad(
                        "poll: {interval: 1999ms}\n",
                        "@:1: poll.interval is '1999ms': it must be from 2s to 24h"),
                bad(
                        "poll: {interval: 999999999h}\n",
                        "@:1: poll.interval is '999999999h': it must be from 2s to 24h"),
                bad(
                        "poll: {gap: 199ms}\n",
                        "@:1: poll.gap is '199ms': it must be from 200ms to 5m"),
                bad("poll: {timeout: 1s}\n", "@:1: poll.timeout is '1s': it must be from 2s to 2m"),
                bad("poll: {retries: 6}\n", "@:1: poll.retries is '6': it must be from 0 to 5"),
                bad("poll: {retries: -1}\n", "@:1: poll.retries is '-1': it must be from 0 to 5"),
                bad(
                        "poll: {retries: 99999999999999999999}\n",
                        "@:1: poll.retries is '99999999999999999999': it must be from 0 to 5"),
                bad(
                        "poll: {retries: two}\n",
                        "@:1: poll.retries is 'two': write a whole number from 0 to 5"),
                bad("poll: {adaptive: yes}\n", "@:1: poll.adaptive is 'yes': write true or false"),
                bad(
                        "poll: {bind: 192.0.2}\n",
                        "@:1: poll.bind is '192.0.2': write an IPv4 address of this machine, as in"
                                + " 192.0.2.5"),
                bad(
                        "history: {commit-interval: 11m}\n",
                        "@:1: history.commit-interval is '11m': it must be from 1s to 10m"),
                bad(
                        "history: {raw-days: 0}\n",
                        "@:1: history.raw-days is '0': it must be from 1 to 36500"),
                // words, zones, addresses
                bad(
                        "zone: Europe/Pariss\n",
                        "@:1: zone is 'Europe/Pariss': write a time zone, as in Europe/Paris, did"
                                + " you mean Europe/Paris?"),
                bad(
                        "tempo: {source: publik}\n",
                        "@:1: tempo.source is 'publik': write auto, rte, public or none, did you"
                                + " mean public?"),
                bad("ui: {theme: blue}\n", "@:1: ui.theme is 'blue': write auto, light or dark"),
                bad(
                        "tempo: {rte: {base-url: 'ftp://x'}}\n",
                        "@:1: tempo.rte.base-url is 'ftp://x': write a URL that begins with"
                                + " https:// or http://"),
                bad(
                        "tempo: {public: {base-url: 'not a url'}}\n",
                        "@:1: tempo.public.base-url is 'not a url': write a URL that begins with"
                                + " https:// or http://"),
                bad(
                        "tempo: {subscribed-kva: 2}\n",
                        "@:1: tempo.subscribed-kva is '2': it must be from 3 to 36"),
                bad(
                        "tempo: {export-price: '0,13'}\n",
                        "@:1: tempo.export-price is '0,13': write EUR per kWh with a decimal point,"
                                + " as in 0.13"),
                bad(
                        "tempo: {export-price: -1}\n",
                        "@:1: tempo.export-price is '-1': it must be from 0 to 10 EUR per kWh"),
                bad(
                        "planning: {strategy: solar}\n",
                        "@:1: planning.strategy is 'solar': write none, tempo or peak-shift"),
                bad(
                        "planning: {target-soc: 101}\n",
                        "@:1: planning.target-soc is '101': it must be from 1 to 100"),
                bad(
                        "planning: {charge-power: 1000}\n",
                        "@:1: planning.charge-power is '1000': the unit is missing, write 1000W"),
                bad(
                        "planning: {charge-power: much}\n",
                        "@:1: planning.charge-power is 'much': write a power, as in 1000W or"
                                + " 1.2kW"),
                bad(
                        "planning: {charge-power: 11kW}\n",
                        "@:1: planning.charge-power is '11kW': it must be whole watts from 50W to"
                                + " 10000W"),
                bad(
                        "planning: {colours: [RED, BLUE]}\n",
                        "@:1: planning.colours is 'RED, BLUE': write RED or WHITE"),
                bad(
                        "planning: {colours: []}\n",
                        "@:1: planning.colours is '[]': write RED or WHITE"),
                bad(
                        "planning: {day-mode: manual}\n",
                        "@:1: planning.day-mode is 'manual': write restore, auto or ai"),
                bad(
                        "alerts: {quiet-hours: '22:00-24:00'}\n",
                        "@:1: alerts.quiet-hours is '22:00-24:00': write two times of day, as in"
                                + " \"22:00-07:00\""),
                bad(
                        "logging: {level: loud}\n",
                        "@:1: logging.level is 'loud': write error, warn, info, debug or trace"),
                // secrets are not shown
                bad(
                        "database: {url: 'postgres://me:geheim@host/x'}\n",
                        "@:1: database.url: write a URL as in jdbc:postgresql://host/pilotempo"),
                bad(
                        "webhook: {url: 'geheim'}\n",
                        "@:1: webhook.url: write a URL that begins with https:// or http://"),
                // batteries
                bad(
                        "batteries: {id: salon}\n",
                        "@:1: batteries is a list: begin each entry with '- '"),
                bad(
                        "batteries: [salon]\n",
                        "@:1: a battery has keys of its own, as in '- {id: salon, host: …}'"),
                bad(
                        "batteries:\n  - {host: 192.0.2.1}\n",
                        "@:2: battery 1 has no id: give it one, as in 'id: salon'"),
                bad(
                        "batteries:\n  - {id: salon}\n",
                        "@:2: battery 'salon' has neither host nor mac: give it one of them"),
                bad(
                        "batteries:\n  - {id: le salon, host: a}\n",
                        "@:2: id of battery 'le salon' is 'le salon': write 1 to 40 letters,"
                                + " digits, dots, dashes or underscores"),
                bad(
                        "batteries:\n  - {id: a, host: '192.0.2.1:30000'}\n",
                        "@:2: host of battery 'a' is '192.0.2.1:30000': write the host alone and"
                                + " the port under 'port'"),
                bad(
                        "batteries:\n  - {id: a, host: 192.0.2.256}\n",
                        "@:2: host of battery 'a' is '192.0.2.256': write an IPv4 address or a host"
                                + " name"),
                bad(
                        "batteries:\n  - id: a\n    host: b\n    port: 70000\n",
                        "@:4: port of battery 'a' is '70000': it must be from 1 to 65535"),
                bad(
                        "batteries:\n  - {id: a, host: b, port: 0}\n",
                        "@:2: port of battery 'a' is '0': it must be from 1 to 65535"),
                bad(
                        "batteries:\n  - {id: a, mac: 02005e0001}\n",
                        "@:2: mac of battery 'a' is '02005e0001': write a MAC of 12 hexadecimal"
                                + " digits, as in \"02005e000001\""),
                bad(
                        "batteries:\n  - {id: a, host: b, hots: c}\n",
                        "@:2: unknown key 'hots' in battery 'a' — did you mean 'host'?"),
                bad(
                        "batteries:\n  - {id: a, host: b, ask: all}\n",
                        "@:2: ask of battery 'a' is 'all': write direct or broadcast"),
                bad(
                        "batteries:\n  - {id: a, host: b, poll: {gap: 1ms}}\n",
                        "@:2: poll.gap of battery 'a' is '1ms': it must be from 200ms to 5m"),
                bad(
                        "batteries:\n  - {id: a, host: b, gap: 2s, poll: {gap: 3s}}\n",
                        "@:2: gap of battery 'a' is there twice: remove one"),
                bad(
                        "batteries:\n  - {id: a, host: b}\n  - {id: A, host: c}\n",
                        "@:3: battery 'A' has the same id as battery 'a'"),
                bad(
                        """
                        batteries:
                          - {id: a, mac: 02005e000001}
                          - {id: b, mac: '02:00:5E:00:00:01'}
                        """,
                        "@:3: battery 'b' has the same MAC as battery 'a'"),
                bad(
                        "batteries:\n  - {id: a, host: h}\n  - {id: b, host: H, port: 30000}\n",
                        "@:3: battery 'b' has the same host and port as battery 'a'"),
                // prices
                bad(
                        "tempo:\n  prices:\n    - {from: 2027-02-30}\n",
                        "@:3: price row 1 has no blueHC: under eur_per_kwh write all of blueHC,"
                                + " blueHP, whiteHC, whiteHP, redHC, redHP"),
                bad(
                        "tempo:\n  prices: [{eur_per_kwh: {}}]\n",
                        "@:2: price row 1 has no date: give it one, as in 'from: 2027-02-01'"),
                bad(
                        "tempo:\n  prices: [5]\n",
                        "@:2: price row 1 has keys of its own, as in '- {from: 2027-02-01, …}'"),
                bad(
                        "tempo: {prices: [{from: 01/02/2027, " + SIX + "}]}\n",
                        "@:1: from of price row 1 is '01/02/2027': write a date, as in 2027-02-01"),
                bad(
                        "tempo: {prices: [{from: 2027-02-01, "
                                + SIX.replace("0.7", "dear")
                                + "}]}\n",
                        "@:1: eur_per_kwh.redHP of price row 1 is 'dear': write EUR per kWh with a"
                                + " decimal point, as in 0.13"),
                bad(
                        "tempo: {prices: [{from: 2027-02-01, "
                                + SIX
                                + "}, {from: 2027-02-01, "
                                + SIX
                                + "}]}\n",
                        "@:1: price row 2 has the same date as another, 2027-02-01"),
                // the first of several
                bad(
                        "zone: UTC\nui: {theme: x}\npoll: {gap: 1}\nzzzz: 1\n",
                        "@:2: ui.theme is 'x': write auto, light or dark"));
    }

    private static final String SIX =
            "eur_per_kwh: {blueHC: 0.1, blueHP: 0.2, whiteHC: 0.1, whiteHP: 0.2, redHC: 0.1, redHP:"
                    + " 0.7}";

    private static Arguments bad(String text, String line) {
        return Arguments.of(text, line);
    }

    @ParameterizedTest
    @MethodSource("bad_files")
    void a_bad_file_is_refused_in_one_exact_line(String text, String line) throws IOException {
        var file = Files.writeString(folder.resolve("pilotempo.yaml"), text);
        var problem = refused(file, Map.of());
        assertThat(problem).isEqualTo(line.replace("@", file.toString()));
        assertThat(problem).doesNotContain("geheim", "Exception", "java").doesNotContain("\n");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws IOException {
        var file = folder.resolve("pilotempo.yaml");
        Files.write(file, "zone: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(file, Map.of()))
                .isEqualTo(file + ": this is not text in UTF-8, save it as such");
    }

    @Test
    void a_folder_in_place_of_the_file_is_refused() {
        assertThat(refused(folder, Map.of()))
                .isEqualTo(folder + ": this is a folder, name the file in it");
    }

    @Test
    void a_named_file_has_to_exist() {
        var file = folder.resolve("nowhere.yaml");
        assertThat(refused(file, Map.of())).isEqualTo(file + ": there is no such file");
    }

    static Stream<Arguments> bad_variables() {
        return Stream.of(
                Arguments.of(
                        "PILOTEMPO_POLL_INTERVAL",
                        "10",
                        "PILOTEMPO_POLL_INTERVAL is '10': the unit is missing, write 10s for"
                                + " seconds"),
                Arguments.of(
                        "PILOTEMPO_TEMPO_RTE_BASE_URL",
                        "x",
                        "PILOTEMPO_TEMPO_RTE_BASE_URL is 'x': write a URL that begins with https://"
                                + " or http://"),
                Arguments.of(
                        "PILOTEMPO_ZONE",
                        "Mars",
                        "PILOTEMPO_ZONE is 'Mars': write a time zone, as in Europe/Paris"),
                Arguments.of(
                        "PILOTEMPO_PLANNING_COLOURS",
                        "RED,RD",
                        "PILOTEMPO_PLANNING_COLOURS is 'RED,RD': write RED or WHITE, did you mean"
                                + " RED?"),
                Arguments.of(
                        "PILOTEMPO_DATABASE_URL",
                        "geheim",
                        "PILOTEMPO_DATABASE_URL: write a URL as in"
                                + " jdbc:postgresql://host/pilotempo"));
    }

    @ParameterizedTest
    @MethodSource("bad_variables")
    void a_bad_variable_is_named(String name, String value, String line) throws IOException {
        var file = Files.writeString(folder.resolve("pilotempo.yaml"), "");
        assertThat(refused(file, Map.of(name, value))).isEqualTo(line);
    }

    private static String refused(Path file, Map<String, String> environment) {
        var problem =
                catchThrowableOfType(
                        SettingsProblem.class,
                        () -> SettingsFile.load(Optional.of(file), environment));
        assertThat(problem).as("nothing was refused").isNotNull();
        return String.valueOf(problem.getMessage());
    }
}
