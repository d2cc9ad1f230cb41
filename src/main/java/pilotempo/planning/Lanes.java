package pilotempo.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps of batteries, joined to actions where one goes on with what was before. Confined. */
final class Lanes {
    private final Map<String, List<PlannedAction>> lanes = new LinkedHashMap<>();

    void add(Instant from, Instant until, BatteryNow battery, @Nullable Double level, Doing doing) {
        var lane = lanes.computeIfAbsent(battery.id(), _ -> new ArrayList<>());
        var next =
                new PlannedAction(
                        from,
                        until,
                        battery.id(),
                        doing.mode(),
                        doing.powerW(),
                        doing.target(),
                        doing.why(),
                        tenths(level),
                        tenths(doing.after().socPct()));
        if (!lane.isEmpty() && goesOn(lane.getLast(), next)) {
            lane.set(lane.size() - 1, joined(lane.getLast(), next));
        } else {
            lane.add(next);
        }
    }

    /** In order of time, then of the fleet. */
    List<PlannedAction> actions() {
        return lanes.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(PlannedAction::from))
                .toList();
    }

    /** Finer than that nobody can foresee. */
    private static @Nullable Double tenths(@Nullable Double soc) {
        return soc == null ? null : Math.rint(soc * 10) / 10;
    }

    private static boolean goesOn(PlannedAction last, PlannedAction next) {
        return last.mode() == next.mode()
                && Objects.equals(last.powerW(), next.powerW())
                && (next.charges() || last.reason().equals(next.reason()));
    }

    private static PlannedAction joined(PlannedAction last, PlannedAction next) {
        return new PlannedAction(
                last.from(),
                next.until(),
                last.battery(),
                last.mode(),
                last.powerW(),
                last.targetSocPct(),
                last.reason(),
                last.socFromPct(),
                next.socUntilPct());
    }
}
