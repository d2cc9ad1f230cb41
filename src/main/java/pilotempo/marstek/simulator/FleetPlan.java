package pilotempo.marstek.simulator;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Device;

/**
 * Which batteries to simulate.
 *
 * @param batteries each with its own address
 * @param seed of all chance: the same seed gives the same house and the same losses
 */
public record FleetPlan(List<Battery> batteries, long seed) {
    /** Copies the list. */
    public FleetPlan {
        batteries = List.copyOf(batteries);
    }

    /**
     * One battery.
     *
     * @param device its MAC, model string ({@code VenusE 3.0}, {@code VenusE}, {@code VenusC},
     *     {@code Venus A}, {@code Venus D}, {@code VNSEM-0}) and firmware; it answers in that
     *     family's shape and units
     * @param address where it listens
     * @param ratedWh capacity
     * @param startSocPct level at the start of the simulation
     * @param faults its misbehaviours
     */
    public record Battery(
            Device device,
            InetSocketAddress address,
            double ratedWh,
            double startSocPct,
            Set<Fault> faults) {}
}
