package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pilotempo.tempo.TempoColour;

class ReasonWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/pilotempo/planning");
    private static final Path BUNDLE = Path.of("src/main/resources/pilotempo/planning");
    private static final Pattern USED =
            Pattern.compile(
                    "Reason\\.of\\(\\s*\"([\\w.]+)\"((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    @Test
    void every_reason_has_its_sentence_in_both_languages_and_none_is_unused() throws IOException {
        var keys = new TreeSet<>(used().keySet());
        for (var colour : TempoColour.values()) {
            keys.add("colour." + colour.name());
        }
        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(read("Reasons.properties").stringPropertyNames()).isEqualTo(keys);
        assertThat(read("Reasons_fr.properties").stringPropertyNames()).isEqualTo(keys);
    }

    @Test
    void sentences_ask_for_no_more_than_the_reason_tells_and_the_same_in_both() throws IOException {
        var english = read("Reasons.properties");
        var french = read("Reasons_fr.properties");
        used().forEach(
                        (key, args) -> {
                            var places = places(english.getProperty(key));
                            assertThat(places).as(key).isEqualTo(places(french.getProperty(key)));
                            assertThat(places).as(key).allMatch(place -> place < args);
                        });
    }

    @Test
    void words_are_typeset_as_in_the_rest_of_the_program() throws IOException {
        for (var file : Set.of("Reasons.properties", "Reasons_fr.properties")) {
            var words = read(file);
            for (var key : words.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as(key).doesNotContain("'", "!", " :", " ;");
            }
        }
    }

    @Test
    void dates_prices_levels_and_powers_in_two_languages() {
        var charge =
                Reason.of(
                        "charge.price",
                        LocalDate.of(2026, 1, 7),
                        TempoColour.RED,
                        new BigDecimal("0.6468"),
                        new BigDecimal("0.146"));
        assertThat(english(charge))
                .isEqualTo("Wednesday is red: €0.6468 at peak, against €0.1460 tonight.");
        assertThat(french(charge))
                .isEqualTo(
                        "Mercredi est rouge\u00a0: 0,6468\u00a0€ en heures pleines, contre"
                                + " 0,1460\u00a0€ cette nuit.");
        assertThat(english(Reason.of("hold.done", 95))).contains("95%");
        assertThat(french(Reason.of("hold.done", 95))).contains("95\u00a0%");
        assertThat(english(Reason.of("hold.room", 1250))).contains("1,250\u00a0W");
        assertThat(french(Reason.of("hold.room", 1250))).contains("1\u00a0250\u00a0W");
        assertThat(french(Reason.of("hold.ends", Scene.paris("2026-01-07T05:50"))))
                .contains("05:50");
        assertThat(
                        french(
                                Reason.of(
                                        "unknown.early",
                                        LocalDate.of(2026, 1, 8),
                                        LocalDate.of(2026, 1, 7))))
                .isEqualTo("Jeudi n’est pas encore publié. Décision mercredi après 11:00.");
    }

    @Test
    void other_languages_read_english() {
        assertThat(Reason.of("hold.always").sentence(Locale.GERMAN, Scene.PARIS))
                .isEqualTo(english(Reason.of("hold.always")));
        assertThat(Reason.of("hold.always").sentence(Locale.CANADA_FRENCH, Scene.PARIS))
                .isEqualTo(french(Reason.of("hold.always")));
    }

    private static String english(Reason reason) {
        return reason.sentence(Locale.UK, Scene.PARIS);
    }

    private static String french(Reason reason) {
        return reason.sentence(Locale.FRANCE, Scene.PARIS);
    }

    /** Keys, and the fewest arguments that any place gives them. */
    private static Map<String, Integer> used() throws IOException {
        var used = new TreeMap<String, Integer>();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.sorted().toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .forEach(it -> used.merge(it.group(1), args(it.group(2)), Math::min));
            }
        }
        return used;
    }

    private static int args(String rest) {
        int depth = 0;
        int commas = 0;
        for (int i = 0; i < rest.length(); i++) {
            switch (rest.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> commas += depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return commas;
    }

    private static Set<Integer> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String file) throws IOException {
        var words = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLE.resolve(file))) {
            words.load(in);
        }
        return words;
    }
}
