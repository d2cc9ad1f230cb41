package pilotempo.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import pilotempo.app.Logging.Target;
import pilotempo.settings.LoggingSettings;
import pilotempo.settings.LoggingSettings.Format;
import pilotempo.settings.LoggingSettings.Level;
import pilotempo.settings.Secret;

class LoggingTest {
    @TempDir Path data;
    private final LoggerContext context = new LoggerContext();
    private final BasicMDCAdapter mdc = new BasicMDCAdapter();
    private final PrintStream realOut = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        context.setMDCAdapter(mdc);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        context.stop();
        System.setOut(realOut);
    }

    @Test
    void a_collector_away_from_a_terminal_prints_json_lines() throws Exception {
        start(LoggingSettings.DEFAULT, Target.COLLECT, false);
        mdc.put("battery", "salon");
        own().warn("lost {} é\nreplies", 3);
        var lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        var line = new ObjectMapper().readTree(lines.getFirst());
        assertThat(line.get("level").asText()).isEqualTo("WARN");
        assertThat(line.get("formattedMessage").asText()).isEqualTo("lost 3 é\nreplies");
        assertThat(line.get("mdc").get("battery").asText()).isEqualTo("salon");
        assertThat(line.has("message")).isFalse();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_collector_at_a_terminal_prints_readable_text() {
        start(LoggingSettings.DEFAULT, Target.COLLECT, true);
        mdc.put("battery", "salon");
        own().info("lost {}\nforged", 3);
        mdc.clear();
        own().info("no battery");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "....-..-.. ..:..:..\\.... INFO  salon +Own: lost 3"
                                                        + " forged"),
                        line -> assertThat(line).matches(".* INFO  - +Own: no battery"));
    }

    @Test
    void all_else_logs_only_to_the_file() throws Exception {
        start(LoggingSettings.DEFAULT, Target.FILE, true);
        own().error("broken", new IllegalStateException("why"));
        assertThat(printed.size()).isZero();
        assertThat(Files.readString(data.resolve("pilotempo.log")))
                .contains("ERROR", "Own: broken", "IllegalStateException: why");
    }

    @Test
    void the_settings_choose_level_format_and_file() throws Exception {
        var file = data.resolve("my logs/my.log");
        start(
                new LoggingSettings(Level.DEBUG, Format.JSON, Optional.of(file)),
                Target.COLLECT,
                true);
        own().debug("fine");
        own().trace("finer");
        context.getLogger("org.flywaydb.core").info("chatty");
        context.getLogger("com.zaxxer.hikari").warn("pool");
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{"))
                .anyMatch(line -> line.contains("fine"))
                .anyMatch(line -> line.contains("pool"));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void a_second_start_replaces_the_first() {
        start(LoggingSettings.DEFAULT, Target.COLLECT, true);
        start(
                new LoggingSettings(Level.ERROR, Format.TEXT, Optional.empty()),
                Target.COLLECT,
                true);
        own().warn("not now");
        own().error("now");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void the_log_file_never_grows_without_end() throws Exception {
        start(LoggingSettings.DEFAULT, Target.FILE, true);
        Files.write(data.resolve("pilotempo.log"), new byte[6 << 20]);
        Files.write(data.resolve("pilotempo.log.1"), new byte[] {1});
        Files.write(data.resolve("pilotempo.log.2"), new byte[] {2});
        var log = own();
        Awaitility.await()
                .until(
                        () -> {
                            log.info("more");
                            return Files.size(data.resolve("pilotempo.log")) < 1 << 20;
                        });
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "pilotempo.log", "pilotempo.log.1", "pilotempo.log.2");
        }
        assertThat(data.resolve("pilotempo.log.2")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void a_secret_is_three_stars_in_the_log() {
        start(LoggingSettings.DEFAULT, Target.COLLECT, false);
        own().info("token {}", new Secret("geheim"));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("***")
                .doesNotContain("geheim");
    }

    @Test
    void a_folder_that_can_t_be_written_costs_only_the_log() throws Exception {
        var file = Files.writeString(data.resolve("file"), "");
        Logging.configure(context, LoggingSettings.DEFAULT, file, Target.FILE, true);
        own().error("into nothing");
        assertThat(printed.size()).isZero();
    }

    @Test
    void nothing_is_printed_before_the_log_is_set_up() throws Exception {
        var name = "pilotempo/app/QuietCheck.class";
        var copy = data.resolve(name);
        Files.createDirectories(copy.getParent());
        try (var in = QuietCheck.class.getResourceAsStream("/" + name)) {
            Files.write(copy, Objects.requireNonNull(in).readAllBytes());
        }
        var classPath =
                Stream.of(
                                Logging.class,
                                LoggerContext.class,
                                ch.qos.logback.core.Context.class,
                                Logger.class)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .map(place -> Path.of(place.getPath()).toString())
                        .collect(Collectors.joining(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-cp",
                                        data + File.pathSeparator + classPath,
                                        QuietCheck.class.getName()))
                        .redirectErrorStream(true)
                        .start();
        assertThat(child.inputReader().lines()).containsExactly("end");
        assertThat(child.waitFor()).isZero();
    }

    private void start(LoggingSettings settings, Target target, boolean terminal) {
        Logging.configure(context, settings, data, target, terminal);
    }

    private Logger own() {
        return context.getLogger("pilotempo.polling.Own");
    }
}
