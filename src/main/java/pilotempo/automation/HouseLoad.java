package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;
import pilotempo.live.Timed;

/**
 * What the house draws without its batteries: the meter and the batteries' own powers, of readings
 * that belong together. A meter read before a command and a power read after it would hide that
 * command's power; then the newest load that was sure counts for a few minutes, and none after
 * that. Confined to the automation thread.
 */
final class HouseLoad {
    private static final Duration SETTLES = Duration.ofSeconds(15);
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private double known;
    private @Nullable Instant knownAt;

    /** The load now, W; null without a meter, or when it is not sure. */
    @Nullable Double at(Instant now, List<Member> members) {
        var meter = meter(now, members);
        if (meter == null) {
            return null;
        }
        var together = together(meter, now, members);
        if (together != null) {
            known = together;
            knownAt = meter.at();
            return together;
        }
        var at = knownAt;
        return at != null && Duration.between(at, now).abs().compareTo(GOOD_FOR) <= 0
                ? known
                : null;
    }

    /** The same of the newest stored readings, however old. */
    static @Nullable Double stored(List<BatteryState> states) {
        var meter =
                states.stream()
                        .map(state -> state.latest(Quantity.METER_POWER_W))
                        .filter(java.util.Objects::nonNull)
                        .max(Comparator.comparing(Timed::at))
                        .orElse(null);
        if (meter == null) {
            return null;
        }
        double load = meter.value();
        for (var state : states) {
            var power = state.latest(Quantity.ONGRID_POWER_W);
            load += power == null ? 0 : power.value();
        }
        return load;
    }

    private static @Nullable Timed<Double> meter(Instant now, List<Member> members) {
        return members.stream()
                .map(member -> member.state().latest(Quantity.METER_POWER_W))
                .filter(timed -> timed != null && !timed.staleAt(now))
                .max(Comparator.comparing(Timed::at))
                .orElse(null);
    }

    private static @Nullable Double together(
            Timed<Double> meter, Instant now, List<Member> members) {
        double load = meter.value();
        for (var member : members) {
            var power = member.base().seen().power();
            var jumps = jumps(member);
            if (power == null) {
                if (member.base().reachable() && !jumps.isEmpty()) {
                    return null;
                }
                continue; // what a battery that is away does is part of the house
            }
            if (jumps.stream().anyMatch(jump -> jump.parts(meter.at(), power.at(), now))) {
                return null;
            }
            load += member.obeys() ? power.value() : Math.max(0, power.value());
        }
        return load;
    }

    /** When its power jumped lately: from the command until it has settled, and at its end. */
    private static List<Jump> jumps(Member member) {
        var jumps = new ArrayList<Jump>();
        for (var entry : member.base().past().entries().stream().limit(3).toList()) {
            var decided =
                    entry.latency() == null
                            ? entry.result() == JournalEntry.Result.PENDING
                                    ? Instant.MAX
                                    : entry.at()
                            : entry.decidedAt().plus(SETTLES);
            jumps.add(new Jump(entry.at(), decided));
            if (entry.until() != null) {
                jumps.add(new Jump(entry.until(), entry.until().plus(SETTLES)));
            }
        }
        return jumps;
    }

    private record Jump(Instant from, Instant settled) {
        /** Whether one reading is of before, and the other is not. */
        boolean parts(Instant one, Instant other, Instant now) {
            return !from.isAfter(now)
                    && !(one.isBefore(from) && other.isBefore(from))
                    && (one.isBefore(settled) || other.isBefore(settled));
        }
    }
}
