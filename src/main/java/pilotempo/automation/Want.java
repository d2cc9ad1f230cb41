package pilotempo.automation;

import pilotempo.battery.OperatingMode;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A power that the plan wants of a battery now. By day, and wherever it wants none, there is no
 * such want: the battery is on its own.
 *
 * @param powerW negative charges, 0 holds
 * @param until when the stretch ends
 * @param why in words
 */
record Want(int powerW, Instant until, String why) {
    /**
     * What a plan wants at a moment.
     *
     * @param latest no command lasts longer
     */
    static Optional<Want> of(Plan plan, String battery, Instant now, Instant latest, ZoneId zone) {
        return plan.at(battery, now)
                .filter(action -> action.mode() == OperatingMode.PASSIVE)
                .map(action -> of(action, latest, zone));
    }

    private static Want of(PlannedAction action, Instant latest, ZoneId zone) {
        var power = action.powerW();
        return new Want(
                power == null ? 0 : power,
                action.until().isBefore(latest) ? action.until() : latest,
                action.reason().sentence(Locale.ENGLISH, zone));
    }
}
