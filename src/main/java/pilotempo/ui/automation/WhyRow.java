package pilotempo.ui.automation;

import java.util.List;
import pilotempo.planning.PlannedAction;

/**
 * One action, of one or several batteries, and why.
 *
 * @param time "22:00–01:46", or until when where it runs already
 * @param day the weekday it begins on; empty today
 * @param title what is done
 * @param headline the same, short
 * @param batteries whose, in words; empty where it is all of them
 * @param sentence why
 * @param expected the level expected; empty while unknown
 * @param actions what it is made of
 */
record WhyRow(
        String time,
        String day,
        ActionKind kind,
        String title,
        String headline,
        String batteries,
        String sentence,
        String expected,
        List<PlannedAction> actions) {
    WhyRow {
        actions = List.copyOf(actions);
    }
}
