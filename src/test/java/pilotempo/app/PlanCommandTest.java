package pilotempo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.app.cli.CommandLines;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.SettingsFile;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.RealSeason;

/** The command {@code plan} beside no running program: the eve of the red 13 January 2025. */
class PlanCommandTest {
    private static final Mac SALON = new Mac("02005e000001");
    private static final Mac GARAGE = new Mac("02005e000002");
    private static final String EVE = "2025-01-12T20:00:00+01:00";

    @TempDir private Path folder;

    @BeforeEach
    void record() throws Exception {
        settings("tempo");
        var season = RealSeason.of("2024-2025");
        var days = new ArrayList<DayColour>();
        season.colours().keySet().forEach(day -> days.add(season.day(day)));
        try (var desk = desk()) {
            desk.history().colours().save(days);
            desk.history().store(reading(SALON, 40));
            desk.history().store(reading(GARAGE, 80));
            desk.history().flush();
        }
    }

    private void settings(String strategy) throws Exception {
        Files.writeString(
                folder.resolve("settings.yaml"),
                "batteries:\n"
                        + "  - {id: salon, mac: \"02005e000001\"}\n"
                        + "  - {id: garage, mac: \"02005e000002\"}\n"
                        + "tempo: {source: none, subscribed-kva: 9}\n"
                        + "planning: {strategy: "
                        + strategy
                        + "}\n");
    }

    private static Reading reading(Mac battery, double soc) {
        return new Reading(
                battery,
                Instant.parse("2025-01-12T18:00:00Z"),
                Observation.builder()
                        .number(Quantity.SOC_PCT, soc)
                        .number(Quantity.RATED_WH, 5120.0)
                        .build());
    }

    @Test
    void a_script_reads_the_shape_that_is_promised() throws Exception {
        var told = json("--at", EVE);

        assertThat(told.at("/at").asText()).isEqualTo("2025-01-12T19:00:00Z");
        assertThat(told.at("/strategy").asText()).isEqualTo("tempo");
        assertThat(told.at("/enabled").asBoolean()).isTrue();
        assertThat(told.at("/paused").asBoolean()).isFalse();
        assertThat(told.at("/dry_run").asBoolean()).isTrue();
        var actions = StreamSupport.stream(told.at("/actions").spliterator(), false).toList();
        assertThat(actions)
                .allSatisfy(
                        action ->
                                assertThat(action.fieldNames())
                                        .toIterable()
                                        .contains(
                                                "from",
                                                "until",
                                                "battery",
                                                "mode",
                                                "power_w",
                                                "target_soc_pct",
                                                "reason"));
        assertThat(actions).extracting(action -> action.path("from").asText()).isSorted();
        var charge =
                actions.stream()
                        .filter(action -> action.path("power_w").asInt() < 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(charge.path("from").asText()).isEqualTo("2025-01-12T21:05:00Z");
        assertThat(charge.path("mode").asText()).isEqualTo("Passive");
        assertThat(charge.path("target_soc_pct").asInt()).isEqualTo(100);
        assertThat(charge.path("reason").asText()).contains("Monday is red");
        assertThat(actions)
                .filteredOn(action -> action.path("from").asText().equals("2025-01-13T05:00:00Z"))
                .hasSize(2)
                .allSatisfy(
                        action -> {
                            assertThat(action.path("mode").asText()).isEqualTo("Auto");
                            assertThat(action.path("power_w").isNull()).isTrue();
                        });
    }

    @Test
    void a_person_reads_a_table_with_reasons() throws Exception {
        assertThat(text("--at", EVE))
                .contains("on trial until")
                .containsPattern("Sun 12 22:05 +Mon 13 \\d\\d:\\d\\d +salon +charge, \\d+ W")
                .containsPattern("Mon 13 06:00 .* Auto ")
                .contains("for 2025-01-13 (red): 2 of 2 batteries, as stored last")
                .doesNotContain("told last");
    }

    @Test
    void a_plan_by_old_levels_says_how_old_they_are() throws Exception {
        assertThat(output(List.of("plan"), "2025-02-01T19:00:00Z"))
                .contains("salon: by what it told last, on 2025-01-12 at 19:00; nothing newer");
    }

    @Test
    void without_batteries_it_says_so() throws Exception {
        Files.writeString(folder.resolve("settings.yaml"), "tempo: {source: none}\n");
        assertThat(text()).contains("no battery in the settings: 'pilotempo discover'");
    }

    @Test
    void a_battery_left_alone_is_named_with_its_reason_and_has_no_action() throws Exception {
        try (var desk = desk()) {
            desk.history()
                    .journal()
                    .note(
                            new JournalEntry(
                                    UUID.randomUUID(),
                                    GARAGE,
                                    Instant.parse("2025-01-12T22:10:00Z"),
                                    JournalEntry.Author.COMMAND_LINE,
                                    new ModeCommand.Ai(),
                                    null,
                                    "",
                                    JournalEntry.Result.VERIFIED,
                                    1,
                                    Duration.ofSeconds(9),
                                    ""));
            desk.history().flush();
        }
        var told = json(List.of(), "2025-01-12T23:00:00Z");

        assertThat(told.at("/left_alone/0/battery").asText()).isEqualTo("garage");
        assertThat(told.at("/left_alone/0/reason").asText()).contains("somebody set AI");
        assertThat(told.findValuesAsText("battery")).containsOnlyOnce("garage");
    }

    @Test
    void a_strategy_that_is_not_switched_on_can_be_looked_at() throws Exception {
        settings("none");
        assertThat(json("--at", EVE).at("/actions")).isEmpty();
        assertThat(text("--at", EVE)).contains("look at one with --strategy tempo");

        var told = json("--at", EVE, "--strategy", "peak-shift");
        assertThat(told.at("/strategy").asText()).isEqualTo("peak-shift");
        assertThat(told.at("/enabled").asBoolean()).isFalse();
        assertThat(told.at("/actions")).isNotEmpty();
    }

    @Test
    void a_pause_is_kept_and_ended() throws Exception {
        assertThat(text("--pause", "8h")).startsWith("The plan rests until Mon 13 04:00");
        assertThat(json("--at", EVE).at("/paused").asBoolean()).isTrue();
        assertThat(json("--at", EVE).at("/paused_until").asText())
                .isEqualTo("2025-01-13T03:00:00Z");
        assertThat(text()).contains("paused until Mon 13 04:00, nothing is ordered before");
        assertThat(json("--at", "2025-01-13T03:30:00Z").at("/paused").asBoolean()).isFalse();
        assertThat(text("--resume")).isEqualTo("The plan goes on.\n");
        assertThat(json("--at", EVE).at("/paused").asBoolean()).isFalse();
        assertThat(text("--pause")).startsWith("The plan rests until it is resumed");
    }

    @Test
    void a_backtest_tells_month_by_month() throws Exception {
        var told = json(List.of("--backtest", "--season", "2024-2025"), "2025-10-01T12:00:00Z");

        assertThat(told.at("/season").asText()).isEqualTo("2024-2025");
        assertThat(told.at("/total/red_days").asInt()).isEqualTo(22);
        assertThat(told.at("/total/saved").isNumber()).isTrue();
        assertThat(told.at("/months")).hasSize(12);
    }

    @Test
    void wrong_options_are_refused_in_one_line() throws Exception {
        for (var args :
                List.of(
                        List.of("plan", "--at", "soon"),
                        List.of("plan", "--strategy", "magic"),
                        List.of("plan", "--season", "2024-2025"),
                        List.of("plan", "--backtest", "--season", "2024"),
                        List.of("plan", "--pause", "yesterday"),
                        List.of("plan", "--pause", "2020-01-01"),
                        List.of("plan", "--pause", "1h", "--resume"),
                        List.of("plan", "--resume", "--at", EVE))) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            assertThat(run(out, err, args, NOW)).as("%s", args).isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains("--").hasLineCount(1);
            assertThat(out.size()).isZero();
        }
    }

    private static final String NOW = "2025-01-12T19:00:00Z";

    private JsonNode json(String... options) throws Exception {
        return json(List.of(options), NOW);
    }

    private JsonNode json(List<String> options, String now) throws Exception {
        var args = new ArrayList<>(List.of("plan", "--json"));
        args.addAll(options);
        return new ObjectMapper().readTree(output(args, now));
    }

    private String text(String... options) throws Exception {
        var args = new ArrayList<>(List.of("plan"));
        args.addAll(List.of(options));
        return output(args, NOW);
    }

    private String output(List<String> args, String now) throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(run(out, err, args, now)).as(err.toString(UTF_8)).isZero();
        return out.toString(UTF_8);
    }

    private int run(
            ByteArrayOutputStream out, ByteArrayOutputStream err, List<String> args, String now)
            throws Exception {
        try (var desk = desk(now)) {
            return CommandLines.run(new AloneOn(desk, out, err), args);
        }
    }

    private Desk desk() throws Exception {
        return desk(NOW);
    }

    private Desk desk(String now) throws Exception {
        var loaded = SettingsFile.load(Optional.of(folder.resolve("settings.yaml")), Map.of());
        return Desk.open(loaded, folder.resolve("data"), ManualTime.at(now).time());
    }
}
