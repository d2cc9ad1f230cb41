package pilotempo.app.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import pilotempo.alert.Alerts;
import pilotempo.alert.ChannelState;
import pilotempo.alert.ChannelTest;

/** What {@code doctor} says of the ways to people. */
final class AlertFindings {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private AlertFindings() {}

    static List<Finding> of(Alerts alerts, ZoneId zone) {
        return alerts.channels(Locale.ENGLISH).stream().map(state -> of(state, zone)).toList();
    }

    /** What became of a test message to each channel; empty when there is no channel. */
    static List<Finding> ofTest(Alerts alerts) throws InterruptedException {
        return alerts.sendTest(Locale.ENGLISH).stream().map(AlertFindings::of).toList();
    }

    private static Finding of(ChannelState state, ZoneId zone) {
        var name = "alerts: " + state.name();
        var problem = state.problem();
        if (problem != null) {
            return Finding.note(name + ": " + problem + waiting(state));
        }
        if (!state.configured()) {
            return Finding.ok(name + " is not configured");
        }
        var last = state.lastSent();
        return Finding.ok(
                name
                        + " is configured, "
                        + (last == null
                                ? "nothing was sent yet: 'doctor --send-test' tries it"
                                : "last message " + WHEN.format(last.atZone(zone)))
                        + waiting(state));
    }

    private static String waiting(ChannelState state) {
        return state.waiting() == 0 ? "" : " (" + state.waiting() + " waiting)";
    }

    private static Finding of(ChannelTest test) {
        var text = test.channel() + ": " + test.sentence();
        return test.sent() ? Finding.ok(text) : Finding.fail(text);
    }
}
