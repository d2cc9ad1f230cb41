package pilotempo.marstek.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;

/**
 * Which batteries to simulate, in which house.
 *
 * @param batteries each with its own address
 * @param seed of all chance: the same seed gives the same house and the same losses
 * @param zone whose local time the house and the batteries live by
 * @param latency the shortest time between request and reply, the longest is twice that; zero
 *     replies at once
 * @param red the red Tempo days of a household that charges in off-peak hours, more before a red
 *     day; null when the batteries do nothing but what they are told over the wire
 */
public record FleetPlan(
        List<Battery> batteries,
        long seed,
        ZoneId zone,
        Duration latency,
        @Nullable Predicate<LocalDate> red) {
    private static final List<Sort> SORTS =
            List.of(
                    new Sort("VenusE 3.0", 150, 5120),
                    new Sort("VenusE", 156, 5120),
                    new Sort("VenusE 3.0", 148, 5120),
                    new Sort("Venus A", 149, 2080),
                    new Sort("VenusC", 153, 2560),
                    new Sort("VenusE 3.0", 151, 5120),
                    new Sort("Venus D", 150, 2560),
                    new Sort("VenusE 3.0", 144, 5120));

    /** Copies the list. */
    public FleetPlan {
        batteries = List.copyOf(batteries);
    }

    /** A house in France whose batteries reply in 100 to 200 ms and wait for orders. */
    public FleetPlan(List<Battery> batteries, long seed) {
        this(batteries, seed, ZoneId.of("Europe/Paris"), Duration.ofMillis(100), null);
    }

    /**
     * A mixed fleet on one machine: MACs 02005e000001, …2, one port more each (0: any free port).
     *
     * @param faults of every battery
     */
    public static FleetPlan local(
            int batteries, String host, int firstPort, Set<Fault> faults, long seed) {
        return new FleetPlan(
                IntStream.range(0, batteries)
                        .mapToObj(
                                n ->
                                        SORTS.get(n % SORTS.size())
                                                .battery(
                                                        n + 1,
                                                        new InetSocketAddress(
                                                                host,
                                                                firstPort == 0 ? 0 : firstPort + n),
                                                        faults))
                        .toList(),
                seed);
    }

    /** The same in another zone. */
    public FleetPlan in(ZoneId other) {
        return new FleetPlan(batteries, seed, other, latency, red);
    }

    /** The same with another shortest latency. */
    public FleetPlan withLatency(Duration shortest) {
        return new FleetPlan(batteries, seed, zone, shortest, red);
    }

    /** The same in a household that charges at night, more before these days. */
    public FleetPlan withNightsBefore(Predicate<LocalDate> redDays) {
        return new FleetPlan(batteries, seed, zone, latency, redDays);
    }

    FleetPlan withBatteries(List<Battery> others) {
        return new FleetPlan(others, seed, zone, latency, red);
    }

    /**
     * One battery.
     *
     * @param device its MAC, model string ({@code VenusE 3.0}, {@code VenusE}, {@code VenusC},
     *     {@code Venus A}, {@code Venus D}, {@code VNSEM-0}) and firmware; it answers in that
     *     family's shape and units
     * @param address where it listens; port 0 for any free one
     * @param ratedWh capacity
     * @param startSocPct level at the start of the simulation
     * @param faults its misbehaviours
     * @param start what else it starts with
     */
    public record Battery(
            Device device,
            InetSocketAddress address,
            double ratedWh,
            double startSocPct,
            Set<Fault> faults,
            Start start) {
        /** Copies the set. */
        public Battery {
            faults = Set.copyOf(faults);
        }

        /** A battery in Auto that has seen some months of use. */
        public Battery(
                Device device,
                InetSocketAddress address,
                double ratedWh,
                double startSocPct,
                Set<Fault> faults) {
            this(device, address, ratedWh, startSocPct, faults, Start.after(device.mac(), ratedWh));
        }
    }

    /**
     * What a battery brings from before the simulation.
     *
     * @param temperatureC of its cells
     * @param gridInWh lifetime counter of energy taken at the AC port
     * @param gridOutWh lifetime counter of energy delivered there
     * @param pvWh lifetime counter of the sun's energy
     * @param mode its mode
     * @param passiveW in Passive its power, positive = delivers
     * @param passiveUntil in Passive its end
     */
    public record Start(
            double temperatureC,
            double gridInWh,
            double gridOutWh,
            double pvWh,
            OperatingMode mode,
            int passiveW,
            @Nullable Instant passiveUntil) {
        static Start after(Mac mac, double ratedWh) {
            double cycles = 60 + 200 * Chance.of(mac.hex().hashCode(), 1, 0);
            double in = Math.rint(cycles * ratedWh);
            return new Start(18, in, Math.rint(in * 0.87), in / 5, OperatingMode.AUTO, 0, null);
        }
    }

    private record Sort(String model, int firmware, double ratedWh) {
        Battery battery(int number, InetSocketAddress address, Set<Fault> faults) {
            var mac = new Mac("02005e%06x".formatted(number));
            return new Battery(
                    new Device(mac, model, firmware), address, ratedWh, 48 + number % 5, faults);
        }
    }
}
