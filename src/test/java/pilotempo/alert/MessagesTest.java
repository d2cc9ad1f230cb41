package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.battery.OperatingMode;
import pilotempo.history.AlertEntry;
import pilotempo.tempo.TempoColour;

/** The words of messages: both languages, every kind, and numbers as people write them. */
class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private final Figures french = new Figures(Locale.FRANCE, World.PARIS);
    private final Figures english = new Figures(Locale.UK, World.PARIS);

    @Test
    void both_languages_have_the_same_keys_with_the_same_places() throws IOException {
        var words = read("");
        var translated = read("_fr");
        assertThat(translated.stringPropertyNames()).isEqualTo(words.stringPropertyNames());
        for (var key : words.stringPropertyNames()) {
            assertThat(places(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(words.getProperty(key)));
        }
    }

    @Test
    void sentences_have_no_plain_apostrophe_no_exclamation_mark_and_can_be_filled()
            throws IOException {
        for (var language : new String[] {"", "_fr"}) {
            var words = read(language);
            for (var key : words.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as(key).doesNotContain("'", "!");
                assertThat(new MessageFormat(words.getProperty(key), Locale.UK)).isNotNull();
            }
        }
    }

    @Test
    void french_has_no_break_spaces_before_its_signs() throws IOException {
        var words = read("_fr");
        for (var key : words.stringPropertyNames()) {
            assertThat(words.getProperty(key)).as(key).doesNotContainPattern(" [:;?%]");
        }
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void every_kind_has_a_title_and_an_end_where_it_is_told(AlertKind kind) throws IOException {
        var words = read("");
        assertThat(words.stringPropertyNames()).contains(kind.word() + ".title");
        assertThat(words.stringPropertyNames().contains(kind.word() + ".over"))
                .as("an end in words")
                .isEqualTo(kind.tellsEnd() || kind == AlertKind.MODE_FOREIGN);
    }

    @Test
    void an_alert_kept_by_an_earlier_version_has_no_gap_in_its_sentence() {
        var kept =
                new AlertEntry(
                        new UUID(0, 1),
                        "day-ahead",
                        null,
                        Instant.parse("2025-01-09T16:00:00Z"),
                        null,
                        false,
                        false,
                        List.of("d:2025-01-10", "c:RED", "v:ready", "n:COUNT 3.0"));
        assertThat(new AlertWords(Locale.UK, World.settings()).begun(kept).whole())
                .startsWith("Friday 10 January is a red day\n3 of")
                .doesNotContain("{");
    }

    @Test
    void numbers_are_written_as_people_of_the_language_do() {
        assertThat(french.amount(Arg.Unit.WATT_HOURS, 12_649.0)).isEqualTo("12,6\u00a0kWh");
        assertThat(english.amount(Arg.Unit.WATT_HOURS, 12_650.0)).isEqualTo("12.7\u00a0kWh");
        assertThat(french.amount(Arg.Unit.WATTS, 2_700.0)).isEqualTo("2,7\u00a0kW");
        assertThat(french.amount(Arg.Unit.WATTS, 950.0)).isEqualTo("950\u00a0W");
        assertThat(french.amount(Arg.Unit.PERCENT, 46.0)).isEqualTo("46\u00a0%");
        assertThat(english.amount(Arg.Unit.PERCENT, 46.0)).isEqualTo("46%");
        assertThat(english.amount(Arg.Unit.PERCENT, null)).isEqualTo("—");
        assertThat(french.amount(Arg.Unit.CELSIUS, -0.2)).isEqualTo("0\u00a0°C");
        assertThat(french.span(Duration.ofMinutes(305))).isEqualTo("5\u00a0h\u00a005");
        assertThat(french.span(Duration.ofDays(3))).isEqualTo("3\u00a0j");
    }

    @Test
    void times_are_told_in_the_zone_and_with_their_day_where_that_is_another() {
        var late = Instant.parse("2025-01-09T22:30:00Z");
        assertThat(french.moment(late, java.time.LocalDate.of(2025, 1, 9))).isEqualTo("23:30");
        assertThat(french.moment(late, java.time.LocalDate.of(2025, 1, 10)))
                .isEqualTo("jeu. 9 janv., 23:30");
        assertThat(french.day(java.time.LocalDate.of(2026, 2, 1)))
                .isEqualTo("dimanche 1er février");
        assertThat(english.day(java.time.LocalDate.of(2026, 2, 1))).isEqualTo("Sunday 1 February");
    }

    @Test
    void what_is_kept_comes_back_and_what_is_strange_is_text() {
        for (var arg :
                new Arg[] {
                    new Arg.Battery("salon"),
                    new Arg.Day(java.time.LocalDate.of(2025, 1, 10)),
                    new Arg.Colour(TempoColour.RED),
                    new Arg.Moment(Instant.parse("2025-01-10T05:05:00Z")),
                    new Arg.Span(Duration.ofHours(5)),
                    Arg.percent(46.5),
                    Arg.percent(null),
                    Arg.count(3),
                    new Arg.Mode(OperatingMode.PASSIVE),
                    new Arg.Levels(Map.of("salon", 100, "garage", 61)),
                    new Arg.Levels(Map.of()),
                    new Arg.Names(List.of("salon", "garage")),
                    new Arg.Names(List.of()),
                    new Arg.Order(OperatingMode.PASSIVE, -900),
                    new Arg.Order(OperatingMode.AUTO, null),
                    new Arg.Variant("never"),
                    new Arg.Text("words: of somebody")
                }) {
            assertThat(Arg.of(arg.kept())).isEqualTo(arg);
        }
        assertThat(Arg.of("c:GREEN")).isEqualTo(new Arg.Text("GREEN"));
        assertThat(Arg.of("n:PARSEC 3")).isEqualTo(new Arg.Text("PARSEC 3"));
        assertThat(Arg.of("x")).isEqualTo(new Arg.Text("x"));
        assertThat(Arg.of("")).isEqualTo(new Arg.Text(""));
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String language) throws IOException {
        var words = new Properties();
        var file = "/pilotempo/alert/Messages" + language + ".properties";
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
