package pilotempo.control;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.History;
import pilotempo.history.HistoryHealth;
import pilotempo.history.JournalEntry;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.SteppedTime;
import pilotempo.lifecycle.Time;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.LiveState;
import pilotempo.marstek.BatteryLine;
import pilotempo.marstek.LineSettings;
import pilotempo.marstek.MarstekNetwork;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetLog;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;

/**
 * Control over real sockets to a simulated fleet, in a time that leaps, with a history in memory.
 */
final class Scene implements AutoCloseable {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Half past one in the night, a Monday. */
    static final Instant START = Instant.parse("2026-01-05T00:30:00Z");

    final SteppedTime clock = SteppedTime.at(START).free();
    final Time time = clock.time();
    final MemoryHistory history = new MemoryHistory();
    final LiveState live;
    final SimulatedFleet fleet;
    final LocalControl control;
    final Map<String, BatteryLine> lines = new ConcurrentHashMap<>();
    private final Lifecycle parts = new Lifecycle();
    private final List<FleetPlan.Battery> batteries;
    private final Duration gap;
    private @Nullable MarstekNetwork network;

    /** Batteries b1, b2, … */
    Scene(Duration gap, List<FleetPlan.Battery> batteries) {
        this(gap, batteries, true, Duration.ofMillis(100));
    }

    /**
     * @param recording whether the history can be written
     * @param latency of the batteries, at least; at most twice that
     */
    Scene(Duration gap, List<FleetPlan.Battery> batteries, boolean recording, Duration latency) {
        parts.own(clock);
        this.gap = gap;
        this.batteries = batteries;
        fleet =
                parts.own(
                        SimulatedFleet.start(
                                new FleetPlan(batteries, 7).withLatency(latency), time));
        live =
                new LiveState(
                        new FleetSnapshot(
                                batteries.stream()
                                        .map(
                                                battery ->
                                                        BatteryState.unknown(
                                                                id(battery),
                                                                id(battery),
                                                                "127.0.0.1",
                                                                30001,
                                                                null))
                                        .toList()));
        openLines();
        control =
                parts.own(
                        new LocalControl(
                                id -> Optional.ofNullable(lines.get(id)),
                                live,
                                recording ? history : unrecorded(history),
                                PARIS,
                                time));
    }

    /** The same history on a disk that takes nothing. */
    private static History unrecorded(History history) {
        return (History)
                Proxy.newProxyInstance(
                        Scene.class.getClassLoader(),
                        new Class<?>[] {History.class},
                        (_, method, args) ->
                                method.getName().equals("health")
                                        ? new HistoryHealth(false, "the disk is full", null, 1)
                                        : method.invoke(history, args));
    }

    /** As a change of settings does: the old lines end, and there are new ones. */
    void replaceLines() {
        lines.clear();
        Objects.requireNonNull(network).close();
        openLines();
    }

    private void openLines() {
        network =
                parts.own(
                        MarstekNetwork.open(
                                Optional.of("127.0.0.1"), time, new Random(System.nanoTime())));
        for (int n = 0; n < batteries.size(); n++) {
            var battery = batteries.get(n);
            lines.put(
                    id(battery),
                    network.line(
                            new LineSettings(
                                    id(battery),
                                    Optional.of("127.0.0.1"),
                                    fleet.addresses().get(n).getPort(),
                                    Optional.of(battery.device().mac()),
                                    Optional.empty(),
                                    Optional.of(gap),
                                    Duration.ofSeconds(10),
                                    false)));
        }
    }

    static FleetPlan.Battery battery(int number, Fault... faults) {
        return battery(number, "VenusE 3.0", 150, 55, OperatingMode.AI, faults);
    }

    static FleetPlan.Battery battery(
            int number,
            String model,
            int firmware,
            double socPct,
            OperatingMode mode,
            Fault... faults) {
        return new FleetPlan.Battery(
                new Device(mac(number), model, firmware),
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                5120,
                socPct,
                faults.length == 0 ? Set.of() : EnumSet.copyOf(List.of(faults)),
                new FleetPlan.Start(18, 0, 0, 0, mode, 0, null));
    }

    static Mac mac(int number) {
        return new Mac("02005e%06x".formatted(number));
    }

    private static String id(FleetPlan.Battery battery) {
        return "b" + Integer.parseInt(battery.device().mac().hex().substring(6), 16);
    }

    static ModeCommand.Passive passive(int powerW) {
        return new ModeCommand.Passive(powerW, Duration.ofHours(2));
    }

    /** A slot that runs now. */
    static ModeCommand.Manual slot(int number, int powerW) {
        return new ModeCommand.Manual(
                new ManualSlot(
                        number,
                        LocalTime.of(1, 0),
                        LocalTime.of(5, 0),
                        EnumSet.allOf(DayOfWeek.class),
                        powerW));
    }

    Outcome order(int battery, BatteryCommand command) throws BadOrder, InterruptedException {
        return order(battery, command, JournalEntry.Author.COMMAND_LINE);
    }

    Outcome order(int battery, BatteryCommand command, JournalEntry.Author author)
            throws BadOrder, InterruptedException {
        return control.order(new Order("b" + battery, command, author, "because"), _ -> {});
    }

    OperatingMode mode(int battery) {
        return Optional.ofNullable(fleet.truth(mac(battery)).values().mode()).orElseThrow();
    }

    List<FleetLog.Write> writes(int battery) {
        return fleet.log().of(mac(battery)).writes();
    }

    /** The duration that a Passive told the device. */
    static long seconds(FleetLog.Write write) {
        var found = Pattern.compile("\"cd_time\":(\\d+)").matcher(write.params());
        if (!found.find()) {
            throw new AssertionError("no duration in " + write.params());
        }
        return Long.parseLong(found.group(1));
    }

    List<JournalEntry> journal(int battery) {
        return new ArrayList<>(history.journal().all())
                .stream().filter(entry -> entry.battery().equals(mac(battery))).toList();
    }

    @Override
    public void close() {
        parts.close();
    }
}
