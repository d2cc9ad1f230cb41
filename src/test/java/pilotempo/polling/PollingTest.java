package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.history.KnownBattery;
import pilotempo.lifecycle.ManualTime;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.LiveState;
import pilotempo.marstek.FoundDevice;
import pilotempo.marstek.LineCounts;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PollSettings;
import pilotempo.settings.Settings;

class PollingTest {
    private static final Mac MAC = new Mac("02005e00001c");
    private static final Reply DENIED =
            new Reply.Refused(-32601, "Method not found", Duration.ofMillis(150));
    private static final Device E3 = new Device(MAC, "VenusE 3.0", 150);

    private final ManualTime manual = ManualTime.at("2026-11-25T05:59:00Z");
    private final ScriptedNetwork network = new ScriptedNetwork(manual.time());
    private final MemoryHistory history = new MemoryHistory();
    private final LiveState live =
            new LiveState(
                    new FleetSnapshot(
                            List.of(
                                    BatteryState.unknown(
                                            "salon", "Salon", "127.0.0.9", 30000, null))));
    private @Nullable PollingService polling;

    @AfterEach
    void stop() {
        if (polling != null) {
            polling.close();
        }
    }

    @Test
    void a_round_makes_one_reading_stamped_with_the_first_power_reply()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(E3);
                            case POWER -> salon.answer(power(-466, 61));
                            case MODE ->
                                    salon.answer(
                                            Observation.builder()
                                                    .mode(OperatingMode.AUTO)
                                                    .number(Quantity.SOC_PCT, 60.0)
                                                    .build());
                            default -> DENIED;
                        };

        nextRound();

        await().until(() -> history.readings.size() == 1);
        var reading = history.readings.getFirst();
        assertThat(reading.battery()).isEqualTo(MAC);
        assertThat(reading.at()).isEqualTo(Instant.parse("2026-11-25T06:00:00Z"));
        assertThat(reading.values().mode()).isEqualTo(OperatingMode.AUTO);
        assertThat(reading.values().number(Quantity.SOC_PCT)).isEqualTo(61);
        assertThat(reading.values().number(Quantity.TEMPERATURE_C)).isNull();
    }

    @Test
    void a_lost_read_is_repeated_once_before_the_round_goes_on() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.MODE);
        var losses = new ArrayList<Query>();
        salon.script =
                query -> {
                    if (query == Query.POWER && losses.isEmpty()) {
                        losses.add(query);
                        return new Reply.Lost(Duration.ofSeconds(2));
                    }
                    return salon.answer(power(100, 50));
                };

        nextRound();

        await().until(() -> salon.asked.size() == 3);
        assertThat(salon.asked).containsExactly(Query.POWER, Query.POWER, Query.MODE);
        var link = state().link();
        assertThat(link.sent()).isEqualTo(3);
        assertThat(link.answered()).isEqualTo(2);
    }

    @Test
    void a_silent_battery_is_not_asked_everything_and_slows_down_to_five_minutes()
            throws InterruptedException {
        start(
                new PollSettings(
                        Optional.of(Duration.ofSeconds(60)),
                        Duration.ofSeconds(300),
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        1,
                        true,
                        Optional.empty(),
                        false),
                "salon");
        var salon = line("salon");

        nextRound();
        await().until(() -> salon.asked.size() == 4);
        assertThat(salon.asked)
                .containsExactly(Query.IDENTITY, Query.IDENTITY, Query.POWER, Query.POWER);
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.UNREACHABLE);

        for (int round = 0; round < 8; round++) {
            int before = salon.asked.size();
            manual.awaitWaiting(1);
            manual.advance(Duration.ofMinutes(5));
            await().until(() -> salon.asked.size() > before);
        }
        manual.awaitWaiting(1);
        int before = salon.asked.size();
        manual.advance(Duration.ofSeconds(299));
        manual.awaitWaiting(1);
        assertThat(salon.asked).hasSize(before);
        manual.advance(Duration.ofSeconds(1));
        await().until(() -> salon.asked.size() > before);
        assertThat(state().link().pace()).isEqualTo(Duration.ofMinutes(5));
        assertThat(history.readings).isEmpty();
    }

    @Test
    void a_method_that_the_device_denies_is_remembered_until_the_firmware_changes()
            throws InterruptedException {
        history.known.put(
                MAC,
                new KnownBattery(
                        MAC,
                        "salon",
                        "Salon",
                        "VenusE 3.0",
                        148,
                        Set.of("PV.GetStatus"),
                        Instant.EPOCH));
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER, Query.SOLAR);
        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(new Device(MAC, "VenusE 3.0", 148));
                            case SOLAR -> DENIED;
                            default -> salon.answer(power(0, 50));
                        };
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        assertThat(salon.asked).doesNotContain(Query.SOLAR);

        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(E3);
                            case SOLAR -> DENIED;
                            default -> salon.answer(power(0, 50));
                        };
        int before = salon.asked.size();
        manual.awaitWaiting(2);
        manual.advance(Duration.ofMinutes(51));
        await().until(() -> salon.asked.size() == before + 3);
        await().until(() -> Objects.requireNonNull(history.known.get(MAC)).firmware() == 150);
        assertThat(salon.asked.subList(before, salon.asked.size()))
                .containsExactly(Query.IDENTITY, Query.POWER, Query.SOLAR);
        assertThat(history.known.get(MAC).unsupported()).containsExactly("PV.GetStatus");
    }

    @Test
    void only_the_battery_whose_meter_answers_is_asked_for_it_every_round()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon", "garage");
        for (var id : List.of("salon", "garage")) {
            var line = line(id);
            line.supported = EnumSet.of(Query.POWER, Query.METER);
            line.script =
                    query ->
                            query == Query.METER
                                    ? line.answer(
                                            Observation.builder()
                                                    .ctConnected(id.equals("garage"))
                                                    .number(
                                                            Quantity.METER_POWER_W,
                                                            id.equals("garage") ? 320.0 : null)
                                                    .build())
                                    : line.answer(power(0, 50));
        }
        nextRound();
        await().until(() -> line("salon").asked.size() == 2 && line("garage").asked.size() == 2);
        for (int round = 2; round <= 4; round++) {
            int expected = round;
            manual.awaitWaiting(3);
            manual.advance(Duration.ofSeconds(60));
            await().until(
                            () ->
                                    count("garage", Query.METER) == expected
                                            && count("salon", Query.POWER) == expected);
        }
        assertThat(count("salon", Query.METER)).isEqualTo(1);
    }

    @Test
    void a_value_is_unknown_once_it_is_older_than_three_intervals() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> state().latest(Quantity.SOC_PCT) != null);

        var at = Instant.parse("2026-11-25T06:00:00Z");
        assertThat(state().now(Quantity.SOC_PCT, at.plusSeconds(180))).isEqualTo(50);
        assertThat(state().now(Quantity.SOC_PCT, at.plusSeconds(181))).isNull();
        assertThat(state().reachable(at.plusSeconds(180))).isTrue();
        assertThat(state().reachable(at.plusSeconds(181))).isFalse();
    }

    @Test
    void a_battery_that_moved_is_found_again_by_its_mac() throws InterruptedException {
        history.known.put(
                MAC,
                new KnownBattery(
                        MAC, "salon", "Salon", "VenusE 3.0", 150, Set.of(), Instant.EPOCH));
        network.toBeFound.add(new FoundDevice(E3, new InetSocketAddress("127.0.0.77", 30000)));
        start(PollSettings.DEFAULT, "salon");
        nextRound();
        for (int second = 0; second < 600 && line("salon").moves.isEmpty(); second += 5) {
            manual.awaitWaiting(2);
            manual.advance(Duration.ofSeconds(5));
        }
        await().until(() -> !line("salon").moves.isEmpty());
        assertThat(line("salon").moves).containsExactly(new InetSocketAddress("127.0.0.77", 30000));
    }

    @Test
    void a_battery_that_vanishes_is_sought_soon_though_another_is_long_gone()
            throws InterruptedException {
        for (var id : List.of("salon", "garage")) {
            var mac = new Mac(id.equals("salon") ? "02005e00001c" : "02005e00001d");
            history.known.put(
                    mac, new KnownBattery(mac, id, id, "VenusE 3.0", 150, Set.of(), Instant.EPOCH));
        }
        start(PollSettings.DEFAULT, "salon", "garage");
        line("garage").script = _ -> line("garage").answer(power(0, 50));
        nextRound();
        // By then salon is sought once an hour, and the next time in forty minutes.
        for (int step = 0; step < 260 * 12; step++) {
            manual.awaitWaiting(3);
            manual.advance(Duration.ofSeconds(5));
        }
        int before = network.searches.size();
        line("garage").script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        for (int step = 0; step < 6 * 12; step++) {
            manual.awaitWaiting(3);
            manual.advance(Duration.ofSeconds(5));
        }
        assertThat(network.searches.size()).isGreaterThan(before);
    }

    @Test
    void a_user_who_asks_again_does_not_wait_for_the_next_round() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.CELLS);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        manual.awaitWaiting(2);
        Objects.requireNonNull(polling).askAgain("salon");
        await().until(() -> salon.asked.size() == 3);
        assertThat(salon.asked).containsExactly(Query.POWER, Query.CELLS, Query.POWER);
    }

    @Test
    void closing_ends_all_threads_at_once() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        nextRound();
        await().until(() -> !line("salon").asked.isEmpty());
        long start = System.nanoTime();
        Objects.requireNonNull(polling).close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        int asked = line("salon").asked.size();
        manual.advance(Duration.ofHours(1));
        assertThat(line("salon").asked).hasSize(asked);
    }

    @Test
    void a_battery_that_fell_silent_is_not_reachable_however_slowly_it_is_asked_since()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 1);
        salon.script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        for (int round = 0; round < 5; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        assertThat(state().link().pace()).isGreaterThan(Duration.ofMinutes(2));
        assertThat(state().reachable(manual.time().now())).isFalse();
    }

    @Test
    void the_first_value_after_a_silence_is_no_longer_good_than_any_other()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        for (int round = 0; round < 5; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        salon.script = _ -> salon.answer(power(0, 50));
        roundOf(Duration.ofMinutes(5));
        assertThat(Objects.requireNonNull(state().latest(Quantity.SOC_PCT)).goodFor())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(state().link().pace()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void an_identity_that_was_lost_is_asked_again_in_the_next_round_after_the_rest()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER, Query.MODE);
        salon.script =
                query ->
                        query == Query.IDENTITY
                                ? new Reply.Lost(Duration.ofSeconds(2))
                                : salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 4);
        salon.script =
                query -> query == Query.IDENTITY ? salon.identity(E3) : salon.answer(power(0, 50));
        manual.awaitWaiting(2);
        manual.advance(Duration.ofSeconds(60));
        await().until(() -> salon.asked.size() == 7);
        assertThat(salon.asked.subList(4, 7))
                .containsExactly(Query.POWER, Query.MODE, Query.IDENTITY);
        manual.awaitWaiting(2);
        manual.advance(Duration.ofSeconds(60));
        await().until(() -> salon.asked.size() == 9);
        manual.awaitWaiting(2);
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(3);
    }

    @Test
    void a_battery_that_comes_back_is_asked_whether_it_has_new_firmware()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER);
        salon.script =
                query -> query == Query.IDENTITY ? salon.identity(E3) : salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        var answers = salon.script;
        salon.script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        for (int round = 0; round < 4; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        salon.script = answers;
        roundOf(Duration.ofMinutes(5));
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(1);
        roundOf(Duration.ofSeconds(60));
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(2);
    }

    @Test
    void a_question_that_the_device_was_too_busy_to_read_is_repeated() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script =
                _ ->
                        salon.asked.size() == 1
                                ? new Reply.Refused(-32700, "Parse error", Duration.ofMillis(150))
                                : salon.answer(power(0, 50));
        nextRound();
        await().until(() -> state().latest(Quantity.SOC_PCT) != null);
        assertThat(salon.asked).containsExactly(Query.POWER, Query.POWER);
    }

    @Test
    void an_error_took_its_time_like_any_answer() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> DENIED;
        nextRound();
        await().until(() -> state().link().answered() == 1);
        assertThat(state().link().p50()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void a_lossy_link_is_not_taken_for_firmware_that_knows_nothing() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.MODE, Query.SOLAR);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 3);
        salon.script =
                query ->
                        query == Query.POWER
                                ? salon.answer(power(0, 50))
                                : new Reply.Lost(Duration.ofSeconds(2));
        for (int round = 0; round < 8; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        int before = salon.asked.size();
        roundOf(Duration.ofMinutes(5));
        assertThat(salon.asked.subList(before, salon.asked.size())).contains(Query.MODE);
    }

    @Test
    void a_question_never_answered_among_answers_is_given_up() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.SOLAR);
        salon.script =
                query ->
                        query == Query.POWER
                                ? salon.answer(power(0, 50))
                                : new Reply.Lost(Duration.ofSeconds(2));
        nextRound();
        await().until(() -> salon.asked.size() == 3);
        for (int round = 2; round <= 6; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        manual.awaitWaiting(2);
        assertThat(count("salon", Query.SOLAR)).isEqualTo(2 * 5);
    }

    @Test
    void new_firmware_that_a_probe_has_learnt_is_asked_what_the_old_one_denied()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER, Query.MODE);
        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(new Device(MAC, "VenusE 3.0", 148));
                            case MODE -> DENIED;
                            default -> salon.answer(power(0, 50));
                        };
        nextRound();
        await().until(() -> salon.asked.size() == 3);
        roundOf(Duration.ofSeconds(60));
        assertThat(count("salon", Query.MODE)).isEqualTo(1);
        salon.device = Optional.of(E3);
        roundOf(Duration.ofSeconds(60));
        assertThat(count("salon", Query.MODE)).isEqualTo(2);
        assertThat(Objects.requireNonNull(history.known.get(MAC)).firmware()).isEqualTo(150);
    }

    @Test
    void a_missing_battery_that_answers_a_probe_is_asked_at_once() throws InterruptedException {
        history.known.put(
                MAC,
                new KnownBattery(
                        MAC, "salon", "Salon", "VenusE 3.0", 150, Set.of(), Instant.EPOCH));
        start(PollSettings.DEFAULT, "salon");
        network.toBeFound.add(new FoundDevice(E3, new InetSocketAddress("127.0.0.9", 30000)));
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script =
                _ ->
                        network.searches.isEmpty()
                                ? new Reply.Lost(Duration.ofSeconds(2))
                                : salon.answer(power(0, 50));
        nextRound();
        for (int step = 0; step < 200 && network.searches.isEmpty(); step++) {
            manual.awaitWaiting(2);
            manual.advance(Duration.ofSeconds(5));
        }
        await().until(() -> state().latest(Quantity.SOC_PCT) != null);
        assertThat(salon.moves).isEmpty();
    }

    @Test
    void somebody_else_asking_is_told_while_it_lasts_and_forgotten_hours_later()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 1);
        salon.counts = new LineCounts(1, 1, 0, 0, 500, 0, 0);
        for (int round = 0; round < 10; round++) {
            roundOf(Duration.ofSeconds(60));
        }
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.BUSY);
        for (int round = 0; round < 25; round++) {
            roundOf(Duration.ofMinutes(10));
        }
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.GOOD);
    }

    @Test
    void a_command_that_asks_once_leaves_no_question_out() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.script =
                query ->
                        query == Query.RADIO
                                ? salon.answer(
                                        Observation.builder()
                                                .number(Quantity.WIFI_RSSI_DBM, -60.0)
                                                .build())
                                : new Reply.Lost(Duration.ofSeconds(2));
        Objects.requireNonNull(polling).askAllOnce();
        assertThat(state().now(Quantity.WIFI_RSSI_DBM, manual.time().now())).isEqualTo(-60);
        assertThat(count("salon", Query.POWER)).isEqualTo(2);
        assertThat(count("salon", Query.CELLS)).isEqualTo(1);
    }

    /** Lines exist from the first; what was asked before the scripts stood is forgotten. */
    private void start(PollSettings poll, String... ids) {
        var batteries =
                List.of(ids).stream()
                        .map(id -> BatterySettings.at(id, id, "127.0.0.9", 30000))
                        .toList();
        live.update(
                _ ->
                        new FleetSnapshot(
                                batteries.stream()
                                        .map(
                                                battery ->
                                                        BatteryState.unknown(
                                                                battery.id(),
                                                                battery.name(),
                                                                "127.0.0.9",
                                                                30000,
                                                                null))
                                        .toList()));
        polling =
                new PollingService(
                        Settings.DEFAULT.withBatteries(batteries).withPoll(poll),
                        network,
                        live,
                        history,
                        List.of(),
                        manual.time());
    }

    private void nextRound() throws InterruptedException {
        manual.advance(Duration.ofSeconds(60));
        Objects.requireNonNull(polling).start();
    }

    private static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    /**
     * The next round of a test's only battery, to its end; the search for the missing waits too.
     */
    private void roundOf(Duration pace) throws InterruptedException {
        int before = line("salon").asked.size();
        manual.awaitWaiting(2);
        manual.advance(pace);
        await().until(() -> line("salon").asked.size() > before);
        manual.awaitWaiting(2);
    }

    private ScriptedNetwork.ScriptedLine line(String id) {
        return Objects.requireNonNull(network.lines.get(id));
    }

    private long count(String id, Query query) {
        return line(id).asked.stream().filter(query::equals).count();
    }

    private BatteryState state() {
        return live.current().battery("salon").orElseThrow();
    }

    private static Observation power(double ongrid, double soc) {
        return Observation.builder()
                .number(Quantity.ONGRID_POWER_W, ongrid)
                .number(Quantity.OFFGRID_POWER_W, 0.0)
                .number(Quantity.POWER_W, ongrid)
                .number(Quantity.SOC_PCT, soc)
                .build();
    }
}
