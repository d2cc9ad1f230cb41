package pilotempo.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words: every key in both languages, with the same placeholders, and none without use. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/pilotempo");
    private static final Path SOURCES = Path.of("src/main/java/pilotempo");

    /** Those of alerts and of planning are composed otherwise, and have tests of their own. */
    private static final List<String> PACKAGES = List.of("ui", "automation");

    private static final Pattern FXML_KEY = Pattern.compile("\"%([A-Za-z][\\w.]*)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][\\w.]*)\"");
    private static final Pattern PREFIX = Pattern.compile("\"([A-Za-z][\\w.]*\\.)\"\\s*\\+");
    private static final Pattern SUFFIX = Pattern.compile("\\+\\s*\"([A-Za-z.][\\w.]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(
                            file ->
                                    PACKAGES.contains(
                                            RESOURCES.relativize(file).getName(0).toString()))
                    .filter(file -> !file.toString().endsWith("_fr.properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys_with_the_same_placeholders(Path english)
            throws IOException {
        var words = read(english);
        var french = read(french(english));
        assertThat(french.stringPropertyNames()).isEqualTo(words.stringPropertyNames());
        for (var key : words.stringPropertyNames()) {
            assertThat(placeholders(french.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(words.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_key_of_the_fxml_beside_it_exists(Path english) throws IOException {
        var words = read(english).stringPropertyNames();
        for (var file : beside(english, RESOURCES, ".fxml")) {
            assertThat(words).as(file.toString()).containsAll(matches(FXML_KEY, file));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_key_is_used_beside_it(Path english) throws IOException {
        var used = new TreeSet<String>();
        var prefixes = new TreeSet<String>();
        var suffixes = new TreeSet<String>();
        for (var file : beside(english, RESOURCES, ".fxml")) {
            used.addAll(matches(FXML_KEY, file));
        }
        for (var file : beside(english, SOURCES, ".java")) {
            used.addAll(matches(LITERAL, file));
            prefixes.addAll(matches(PREFIX, file));
            suffixes.addAll(matches(SUFFIX, file));
        }
        var unused = new ArrayList<String>();
        for (var key : read(english).stringPropertyNames()) {
            boolean composed =
                    prefixes.stream().anyMatch(key::startsWith)
                            || suffixes.stream()
                                    .anyMatch(
                                            end ->
                                                    key.endsWith(end)
                                                            && used.contains(
                                                                    key.substring(
                                                                            0,
                                                                            key.length()
                                                                                    - end
                                                                                            .length())));
            if (!used.contains(key) && !composed) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_key_asked_for_by_name_exists(Path english) throws IOException {
        var words = read(english).stringPropertyNames();
        var families =
                words.stream()
                        .filter(key -> key.contains("."))
                        .map(key -> key.substring(0, key.indexOf('.') + 1))
                        .collect(Collectors.toSet());
        var asked = Pattern.compile("\\b(?:get|of)\\(\\s*\"([a-z]\\w*\\.[\\w.]*\\w)\"\\s*[,)]");
        for (var file : beside(english, SOURCES, ".java")) {
            for (var key : matches(asked, file)) {
                if (families.contains(key.substring(0, key.indexOf('.') + 1))) {
                    assertThat(words).as(file.toString()).contains(key);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sentences_have_no_plain_apostrophe_and_no_exclamation_mark(Path english)
            throws IOException {
        for (var file : List.of(english, french(english))) {
            var words = read(file);
            for (var key : words.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as(key).doesNotContain("'", "!");
            }
        }
    }

    private static List<Path> beside(Path bundle, Path root, String ending) throws IOException {
        var folder = root.resolve(RESOURCES.relativize(bundle.getParent()));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Set<String> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path french(Path english) {
        var name = english.getFileName().toString().replace(".properties", "_fr.properties");
        return english.resolveSibling(name);
    }

    private static Properties read(Path file) throws IOException {
        var words = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
