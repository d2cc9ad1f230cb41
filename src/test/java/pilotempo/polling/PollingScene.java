package pilotempo.polling;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.lifecycle.ManualTime;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.LiveState;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PollSettings;
import pilotempo.settings.Settings;

/** A polling service over a scripted network, a history in memory and a clock moved by hand. */
abstract class PollingScene {
    protected static final Mac MAC = new Mac("02005e00001c");
    protected static final Reply DENIED =
            new Reply.Refused(-32601, "Method not found", Duration.ofMillis(150));
    protected static final Device E3 = new Device(MAC, "VenusE 3.0", 150);

    protected final ManualTime manual = ManualTime.at("2026-11-25T05:59:00Z");
    protected final ScriptedNetwork network = new ScriptedNetwork(manual.time());
    protected final MemoryHistory history = new MemoryHistory();
    protected final LiveState live =
            new LiveState(
                    new FleetSnapshot(
                            List.of(
                                    BatteryState.unknown(
                                            "salon", "Salon", "127.0.0.9", 30000, null))));
    protected @Nullable PollingService polling;

    @AfterEach
    void stop() {
        if (polling != null) {
            polling.close();
        }
    }

    /** Lines exist from the first; what was asked before the scripts stood is forgotten. */
    protected void start(PollSettings poll, String... ids) {
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

    protected void nextRound() throws InterruptedException {
        manual.advance(Duration.ofSeconds(60));
        Objects.requireNonNull(polling).start();
    }

    protected static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    /**
     * The next round of a test's only battery, to its end; the search for the missing waits too.
     */
    protected void roundOf(Duration pace) throws InterruptedException {
        int before = line("salon").asked.size();
        manual.awaitWaiting(2);
        manual.advance(pace);
        await().until(() -> line("salon").asked.size() > before);
        manual.awaitWaiting(2);
    }

    protected ScriptedNetwork.ScriptedLine line(String id) {
        return Objects.requireNonNull(network.lines.get(id));
    }

    protected long count(String id, Query query) {
        return line(id).asked.stream().filter(query::equals).count();
    }

    protected BatteryState state() {
        return live.current().battery("salon").orElseThrow();
    }

    protected static Observation power(double ongrid, double soc) {
        return Observation.builder()
                .number(Quantity.ONGRID_POWER_W, ongrid)
                .number(Quantity.OFFGRID_POWER_W, 0.0)
                .number(Quantity.POWER_W, ongrid)
                .number(Quantity.SOC_PCT, soc)
                .build();
    }
}
