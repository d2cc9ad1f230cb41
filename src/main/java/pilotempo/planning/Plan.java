package pilotempo.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A timeline of what is to be done.
 *
 * @param strategy which made it
 * @param at the moment it was made for
 * @param until its end, 36 hours later
 * @param actions in order of time, then of the fleet; those of one battery do not overlap
 * @param readiness how the next red (or white, where that is charged for) day is prepared; empty
 *     when none is known to come
 */
public record Plan(
        String strategy,
        Instant at,
        Instant until,
        List<PlannedAction> actions,
        Optional<Readiness> readiness) {
    /** Copies the list. */
    public Plan {
        actions = List.copyOf(actions);
    }

    /** What a battery is to do at an instant. */
    public Optional<PlannedAction> at(String battery, Instant instant) {
        return actions.stream()
                .filter(action -> action.battery().equals(battery) && action.runsAt(instant))
                .findFirst();
    }
}
