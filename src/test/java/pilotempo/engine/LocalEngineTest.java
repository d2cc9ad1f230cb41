package pilotempo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Quantity;
import pilotempo.control.Order;
import pilotempo.control.Outcome.Verdict;
import pilotempo.history.History;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;
import pilotempo.history.KnownBattery;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.FastTime;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.ManualTime;
import pilotempo.lifecycle.Time;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.PollSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ColourService;
import pilotempo.tempo.source.ShippedPrices;

/**
 * The engine over a simulated fleet on real sockets and a real database, in time twenty times as
 * fast.
 */
class LocalEngineTest {
    private static final Instant START = Instant.parse("2026-01-06T18:42:00Z");

    @TempDir private Path data;

    private final Lifecycle parts = new Lifecycle();
    private final Time time = FastTime.by(20, START);
    private final List<Settings> written = new ArrayList<>();
    private final SimulatedFleet fleet =
            parts.own(SimulatedFleet.start(FleetPlan.local(2, "127.0.0.1", 0, Set.of(), 7), time));

    @SuppressWarnings("NullAway.Init") // opened before each test
    private History history;

    @BeforeEach
    void open() {
        history =
                parts.own(
                        LocalHistory.open(
                                data, HistorySettings.DEFAULT, Settings.DEFAULT.zone(), time));
    }

    @AfterEach
    void closeAll() {
        parts.close();
    }

    @Test
    void what_the_fleet_answers_is_live_and_recorded() throws InterruptedException {
        var engine = engine(batteries(2));
        engine.startPolling();

        await().until(
                        () ->
                                engine.fleet().batteries().stream()
                                        .allMatch(
                                                battery ->
                                                        battery.now(Quantity.SOC_PCT, engine.now())
                                                                != null));
        await().until(
                        () ->
                                history.newest(mac(1)).isPresent()
                                        && history.newest(mac(2)).isPresent());
        var first = state(engine, "b1");
        assertThat(first.mac()).isEqualTo(mac(1));
        assertThat(Objects.requireNonNull(first.latest(Quantity.SOC_PCT)).value())
                .isEqualTo(fleet.truth(mac(1)).values().number(Quantity.SOC_PCT));
        assertThat(first.raw()).containsKeys("ES.GetStatus", "ES.GetMode");
    }

    @Test
    void a_battery_added_while_it_runs_is_asked_and_written_to_the_settings() throws Exception {
        var engine = engine(batteries(1));
        engine.startPolling();
        await().until(() -> state(engine, "b1").latest(Quantity.SOC_PCT) != null);
        var before = state(engine, "b1").latest(Quantity.SOC_PCT);

        engine.change(settings -> settings.withBatteries(batteries(2)));

        assertThat(state(engine, "b1").latest(Quantity.SOC_PCT)).isEqualTo(before);
        await().until(() -> state(engine, "b2").latest(Quantity.SOC_PCT) != null);
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().batteries()).hasSize(2);
    }

    @Test
    void an_order_is_read_back_and_stands_in_the_journal_with_its_author() throws Exception {
        var engine = engine(batteries(2));
        engine.startPolling();
        await().until(() -> state(engine, "b1").mode() != null);
        var told = new AtomicInteger();
        try (var _ = engine.steering().onCommands(told::incrementAndGet)) {
            var outcome =
                    engine.steering()
                            .order(
                                    new Order(
                                            "b1",
                                            new ModeCommand.Passive(-500, Duration.ofHours(1)),
                                            JournalEntry.Author.WINDOW,
                                            "tried out"),
                                    _ -> {});

            assertThat(outcome.verdict()).as(outcome.sentence()).isEqualTo(Verdict.VERIFIED);
            assertThat(engine.steering().journal(mac(1), 9))
                    .first()
                    .satisfies(
                            entry -> {
                                assertThat(entry.author()).isEqualTo(JournalEntry.Author.WINDOW);
                                assertThat(entry.result()).isEqualTo(Result.VERIFIED);
                                assertThat(entry.why()).isEqualTo("tried out");
                            });
            assertThat(told.get()).isGreaterThan(2);
        }
        assertThat(engine.steering().journal(mac(2), 9)).isEmpty();
    }

    @Test
    void what_an_earlier_run_left_undecided_is_decided_at_the_start() {
        var cutOff = entry(mac(1), Result.PENDING, 1);
        history.remember(new KnownBattery(mac(1), "b1", "b1", "VenusE 3.0", 150, Set.of(), START));
        history.journal().note(cutOff);
        engine(batteries(1)).startPolling();
        await().until(() -> history.journal().newest(mac(1), 1).getFirst().result().took());
    }

    @Test
    void an_order_whose_caller_gave_up_is_decided_all_the_same() throws Exception {
        var engine = engine(batteries(1));
        engine.startPolling();
        await().until(() -> state(engine, "b1").mode() != null);
        var passive = new ModeCommand.Passive(-500, Duration.ofHours(1));
        var caller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        engine.steering()
                                                .order(
                                                        new Order(
                                                                "b1",
                                                                passive,
                                                                JournalEntry.Author.COMMAND_LINE,
                                                                ""),
                                                        _ -> {});
                                    } catch (Exception gaveUp) {
                                        // that is what is tried
                                    }
                                });
        await().until(() -> !fleet.log().of(mac(1)).writes().isEmpty());
        caller.interrupt();
        await().until(() -> history.journal().newest(mac(1), 1).getFirst().result().took());
        assertThat(history.journal().newest(mac(1), 1).getFirst().detail())
                .contains("was interrupted");
    }

    @Test
    void a_plan_that_is_off_wants_nothing_and_one_that_is_switched_on_begins_with_a_trial()
            throws Exception {
        var engine = engine(batteries(1));
        engine.startPolling();
        await().until(() -> !engine.steering().plan().batteries().isEmpty());
        assertThat(engine.steering().plan().enabled()).isFalse();

        engine.change(
                settings ->
                        settings.withPlanning(
                                new PlanningSettings(
                                        "tempo",
                                        100,
                                        1000,
                                        Set.of("RED"),
                                        "auto",
                                        "restore",
                                        true)));

        await().until(() -> engine.steering().plan().dryRun());
        assertThat(engine.steering().plan().acts()).isFalse();
        assertThat(engine.steering().plan().plan()).isPresent();
        engine.steering().pause(Optional.empty());
        await().until(() -> engine.steering().plan().paused());
        assertThat(engine.steering().journal(9)).isEmpty();
    }

    @Test
    void a_failed_command_is_alerted_when_the_journal_tells_it_and_not_with_the_next_look() {
        // Time stands still: after the looks of the start there is one only if it is asked for.
        var engine = engine(pinned(), ManualTime.at(START.toString()).time());
        history.journal().note(failed(mac(1)));
        engine.startPolling();
        await().during(Duration.ofMillis(300)).until(() -> engine.alerts().open().size() == 1);

        history.journal().note(failed(mac(2)));

        await().until(() -> engine.alerts().open().size() == 2);
        assertThat(engine.alerts().open())
                .allSatisfy(alert -> assertThat(alert.kind()).isEqualTo("command-failed"));
    }

    @Test
    void a_change_that_can_not_be_written_changes_nothing() throws Exception {
        var engine =
                new LocalEngine(
                        settings(batteries(1)),
                        history,
                        pilotempo.sync.Sync.none(),
                        colours(),
                        ShippedPrices.offer(TempoSettings.DEFAULT).prices(),
                        tariff(),
                        (_, _) -> {
                            throw new Refused(
                                    Refused.Problem.FILE_READ_ONLY,
                                    "the folder is read-only",
                                    "file");
                        },
                        Locale.FRENCH,
                        OptionalLong::empty,
                        time,
                        RandomGenerator.of("L64X128MixRandom"));
        parts.own(engine);

        assertThatThrownBy(() -> engine.change(settings -> settings.withBatteries(List.of())))
                .isInstanceOf(Refused.class)
                .hasMessage("the folder is read-only");
        assertThat(engine.settings().batteries()).hasSize(1);
        assertThat(engine.fleet().batteries()).hasSize(1);
    }

    @Test
    void a_start_shows_the_last_stored_values_as_old() throws InterruptedException {
        var first = engine(batteries(1));
        first.startPolling();
        await().until(() -> history.newest(mac(1)).isPresent());
        history.flush();
        first.close();

        var second = engine(batteries(1));

        var shown = Objects.requireNonNull(state(second, "b1").latest(Quantity.SOC_PCT));
        assertThat(state(second, "b1").now(Quantity.SOC_PCT, shown.at().plusSeconds(181))).isNull();
    }

    @Test
    void another_battery_at_the_address_is_not_taken_for_the_one_of_an_earlier_run()
            throws Exception {
        var first = engine(batteries(1));
        first.startPolling();
        await().until(
                        () ->
                                history.known().values().stream()
                                        .anyMatch(known -> !known.model().isEmpty()));
        history.flush();
        first.close();

        var port = fleet.addresses().get(1).getPort();
        var second = engine(List.of(BatterySettings.at("b1", "B1", "127.0.0.1", port)));
        second.startPolling();
        await().until(() -> diagnosis(second) == Diagnosis.STRANGER);
        var order =
                new Order(
                        "b1",
                        new ModeCommand.Ai(),
                        JournalEntry.Author.WINDOW,
                        "because I want to");

        assertThat(second.steering().order(order, _ -> {}).verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(fleet.log().of(mac(2)).writes()).isEmpty();
        assertThat(history.known()).doesNotContainKey(mac(2));
    }

    private static Diagnosis diagnosis(LocalEngine engine) {
        return state(engine, "b1").link().diagnosis();
    }

    @Test
    void one_round_of_everything_asks_each_method_once() throws InterruptedException {
        var engine = engine(batteries(2));

        engine.askAllOnce();

        assertThat(state(engine, "b1").now(Quantity.TEMPERATURE_C, engine.now())).isNotNull();
        assertThat(state(engine, "b1").now(Quantity.WIFI_RSSI_DBM, engine.now())).isNotNull();
        assertThat(state(engine, "b1").device()).isNotNull();
        fleet.log()
                .of(mac(1))
                .byMethod()
                .forEach((method, count) -> assertThat(count).as(method).isEqualTo(1));
    }

    @Test
    void a_search_names_the_batteries_it_knows() throws InterruptedException {
        var engine = engine(batteries(1));
        var ports = Set.of(fleet.addresses().get(0).getPort(), fleet.addresses().get(1).getPort());
        var target = List.of(fleet.addresses().getFirst().getAddress());

        var found = engine.discover(target, ports, Duration.ofSeconds(9), _ -> {});

        assertThat(found)
                .extracting(battery -> battery.device().mac())
                .containsExactlyInAnyOrder(mac(1), mac(2));
        assertThat(found)
                .filteredOn(battery -> battery.device().mac().equals(mac(1)))
                .extracting(FoundBattery::knownAs)
                .containsExactly(Optional.of("b1"));
    }

    private LocalEngine engine(List<BatterySettings> batteries) {
        return engine(batteries, time);
    }

    private LocalEngine engine(List<BatterySettings> batteries, Time time) {
        return parts.own(
                new LocalEngine(
                        settings(batteries),
                        history,
                        pilotempo.sync.Sync.none(),
                        colours(),
                        ShippedPrices.offer(TempoSettings.DEFAULT).prices(),
                        tariff(),
                        (_, after) -> written.add(after),
                        Locale.FRENCH,
                        OptionalLong::empty,
                        time,
                        RandomGenerator.of("L64X128MixRandom")));
    }

    private ColourService colours() {
        var none =
                new TempoSettings(
                        TempoSettings.Source.NONE,
                        TempoSettings.DEFAULT.rteBaseUrl(),
                        Optional.empty(),
                        Optional.empty(),
                        TempoSettings.DEFAULT.publicBaseUrl(),
                        Optional.empty(),
                        "edf-tempo",
                        List.of(),
                        Optional.empty(),
                        java.math.BigDecimal.ZERO);
        return parts.own(
                ColourService.open(
                        none,
                        Settings.DEFAULT.zone(),
                        history.colours(),
                        time,
                        RandomGenerator.of("L64X128MixRandom")));
    }

    private Tariff tariff() {
        return new Tariff(
                new TempoClock(Settings.DEFAULT.zone()),
                ShippedPrices.offer(TempoSettings.DEFAULT),
                colours());
    }

    private List<BatterySettings> batteries(int count) {
        var batteries = new ArrayList<BatterySettings>();
        for (int n = 0; n < count; n++) {
            batteries.add(
                    BatterySettings.at(
                            "b" + (n + 1),
                            "b" + (n + 1),
                            "127.0.0.1",
                            fleet.addresses().get(n).getPort()));
        }
        return batteries;
    }

    private List<BatterySettings> pinned() {
        return batteries(2).stream()
                .map(
                        battery ->
                                new BatterySettings(
                                        battery.id(),
                                        battery.name(),
                                        battery.host(),
                                        battery.port(),
                                        Optional.of(mac(battery.id().equals("b1") ? 1 : 2)),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false))
                .toList();
    }

    private static JournalEntry failed(Mac battery) {
        return entry(battery, Result.LOST, 5);
    }

    private static JournalEntry entry(Mac battery, Result result, int sends) {
        return new JournalEntry(
                UUID.randomUUID(),
                battery,
                START,
                JournalEntry.Author.PLAN,
                new ModeCommand.Auto(),
                null,
                "",
                result,
                sends,
                result == Result.PENDING ? null : Duration.ofSeconds(50),
                "");
    }

    private static Settings settings(List<BatterySettings> batteries) {
        var poll =
                new PollSettings(
                        Optional.of(Duration.ofSeconds(10)),
                        Duration.ofSeconds(60),
                        Optional.of(Duration.ofSeconds(1)),
                        Duration.ofSeconds(10),
                        1,
                        true,
                        Optional.of("127.0.0.1"),
                        false);
        return Settings.DEFAULT.withBatteries(batteries).withPoll(poll);
    }

    private static Mac mac(int number) {
        return new Mac("02005e%06x".formatted(number));
    }

    private static BatteryState state(Engine engine, String id) {
        return engine.fleet().battery(id).orElseThrow();
    }
}
