package pilotempo.marstek.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;

/**
 * House, sun, meter and batteries together, moved on cell by cell: batteries that follow the meter
 * share what the house needs after the others had their way. Thread-safe.
 */
final class FleetModel {
    private static final Duration LEAP = Duration.ofDays(1);
    private static final Duration LEAP_CELL = Duration.ofMinutes(1);

    private final House house;
    private final Sun sun;
    private final @Nullable TempoNights nights;
    private final Duration cell;
    private final List<Member> members = new ArrayList<>();
    private final long seed;
    private Instant at;
    private double meterW;
    private double meterInWh;
    private double meterOutWh;

    FleetModel(FleetPlan plan, Instant start, Duration cell) {
        seed = plan.seed();
        house = new House(seed, plan.zone());
        sun = new Sun(seed);
        var red = plan.red();
        nights =
                red == null
                        ? null
                        : new TempoNights(seed, plan.zone(), plan.batteries().size(), red);
        this.cell = cell;
        for (var battery : plan.batteries()) {
            members.add(new Member(battery, new Program(battery, plan.zone())));
        }
        at = Instant.ofEpochSecond(start.getEpochSecond());
        run(0, false);
    }

    /** Moves on to the moment; never back. */
    synchronized void advanceTo(Instant now) {
        while (true) {
            var left = Duration.between(at, now);
            var step = left.compareTo(LEAP) > 0 ? LEAP_CELL : cell;
            if (left.compareTo(step) < 0) {
                return;
            }
            run(step.toMillis() / 1000.0, true);
            at = at.plus(step);
        }
    }

    private void run(double seconds, boolean lag) {
        double load = house.loadW(at);
        double air = sun.airC(at);
        double share = sun.share(at);
        double left = load;
        double most = 0;
        for (var member : members) {
            member.decide(nights, at, share);
            left -= member.followsMeter() ? 0 : member.clamped();
        }
        left -= regulationError();
        for (var member : members) {
            most += member.followsMeter() ? member.mostW(left) : 0;
        }
        double wanted = Math.min(most, Math.abs(left));
        double delivered = 0;
        for (var member : members) {
            double power =
                    member.followsMeter()
                            ? Math.signum(left) * wanted * member.mostW(left) / Math.max(1, most)
                            : member.clamped();
            member.model.run(power, member.sunW, air, seconds, lag);
            delivered += member.model.ongridW();
        }
        meterW = load - delivered;
        meterInWh += Math.max(0, meterW) * seconds / 3600;
        meterOutWh += Math.max(0, -meterW) * seconds / 3600;
    }

    /** Batteries see the meter a moment late and like to leave some watts to the grid. */
    private double regulationError() {
        return 4 + 24 * (Chance.smooth(seed, 61, at.getEpochSecond() / 7.0) - 0.5);
    }

    /** The moment it has been moved on to. */
    synchronized Instant at() {
        return at;
    }

    /** Gives a battery an order. */
    synchronized void obey(int battery, ModeCommand command) {
        members.get(battery).program.obey(command, at);
    }

    /** Tells a battery whether it hears its CT; without it, it does not regulate. */
    synchronized void ctHeard(int battery, boolean heard) {
        members.get(battery).ctHeard = heard;
    }

    synchronized BatteryNow now(int battery) {
        var member = members.get(battery);
        var model = member.model;
        return new BatteryNow(
                model.socPct(),
                model.storedWh(),
                model.ratedWh(),
                model.temperatureC(),
                model.ongridW(),
                model.pvW(),
                model.gridInWh(),
                model.gridOutWh(),
                model.pvWh(),
                rssiDbm(battery),
                member.program.mode(at),
                member.ctHeard,
                meterW,
                meterInWh,
                meterOutWh);
    }

    private int rssiDbm(int battery) {
        double place = -48 - 22 * Chance.of(seed, 51, battery);
        return (int)
                Math.rint(
                        place - 6 * Chance.smooth(seed, 52 + battery, at.getEpochSecond() / 900.0));
    }

    /** The plan of a fleet that goes on from here. */
    synchronized FleetPlan continuing(FleetPlan plan) {
        var batteries = new ArrayList<FleetPlan.Battery>();
        for (var member : members) {
            batteries.add(member.from(at));
        }
        return plan.withBatteries(batteries);
    }

    private static final class Member {
        private final FleetPlan.Battery battery;
        private final BatteryModel model;
        private final Program program;
        private boolean ctHeard = true;
        private double sunW;
        private TempoNights.@Nullable Order told;
        private @Nullable Double orderedW;

        Member(FleetPlan.Battery battery, Program program) {
            this.battery = battery;
            this.program = program;
            model = new BatteryModel(battery);
            told = orderBefore(battery.start());
        }

        /** A night that was under way goes on as it was. */
        private static TempoNights.@Nullable Order orderBefore(FleetPlan.Start start) {
            var until = start.passiveUntil();
            return start.mode() == OperatingMode.PASSIVE && until != null
                    ? new TempoNights.Order(start.passiveW(), until)
                    : null;
        }

        void decide(@Nullable TempoNights nights, Instant at, double share) {
            sunW = Math.rint(Family.of(battery.device()).panelsW() * share);
            if (nights != null) {
                var order = nights.order(at, model.socPct(), told);
                if (!Objects.equals(order, told)) {
                    told = order;
                    var command = order == null ? null : order.at(at);
                    if (command != null) {
                        program.obey(command, at);
                    }
                }
            }
            orderedW = program.orderedW(at);
            if (orderedW == null && !ctHeard) {
                orderedW = 0.0;
            }
        }

        boolean followsMeter() {
            return orderedW == null;
        }

        double clamped() {
            double wanted = orderedW == null ? 0 : orderedW;
            return Math.clamp(wanted, -model.mostInW(sunW), model.mostOutW(sunW));
        }

        double mostW(double need) {
            return need > 0 ? model.mostOutW(sunW) : model.mostInW(sunW);
        }

        FleetPlan.Battery from(Instant at) {
            var mode = program.mode(at);
            var start =
                    new FleetPlan.Start(
                            model.temperatureC(),
                            model.gridInWh(),
                            model.gridOutWh(),
                            model.pvWh(),
                            mode,
                            (int) program.passiveW(),
                            mode == OperatingMode.PASSIVE ? program.passiveUntil() : null);
            return new FleetPlan.Battery(
                    battery.device(),
                    battery.address(),
                    battery.ratedWh(),
                    model.socPct(),
                    battery.faults(),
                    start);
        }
    }
}
