package pilotempo.automation;

import java.time.Instant;
import java.util.Optional;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Reason;

/**
 * A power that the plan wants of a battery now. By day, and wherever it wants none, there is no
 * such want: the battery is on its own.
 *
 * @param powerW negative charges, 0 holds
 * @param until when the stretch ends
 * @param reason why
 */
record Want(int powerW, Instant until, Reason reason) {
    /**
     * What a plan wants at a moment.
     *
     * @param latest no command lasts longer
     */
    static Optional<Want> of(Plan plan, String battery, Instant now, Instant latest) {
        return plan.at(battery, now)
                .filter(action -> action.mode() == OperatingMode.PASSIVE)
                .map(action -> of(action, latest));
    }

    /** The same with no more power than that, either way. */
    Want within(int mostW) {
        return Math.abs((long) powerW) <= mostW
                ? this
                : new Want(Integer.signum(powerW) * mostW, until, reason);
    }

    private static Want of(PlannedAction action, Instant latest) {
        var power = action.powerW();
        return new Want(
                power == null ? 0 : power,
                action.until().isBefore(latest) ? action.until() : latest,
                action.reason());
    }
}
