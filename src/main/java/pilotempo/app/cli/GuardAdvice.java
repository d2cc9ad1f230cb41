package pilotempo.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import pilotempo.live.HarmSign;
import pilotempo.live.LinkHealth;

/** What the harm guard does with a battery, why, and what to do, for a terminal. */
final class GuardAdvice {
    private GuardAdvice() {}

    /** One sentence each; none for a battery that is asked as often as set. */
    static List<String> of(LinkHealth link, Instant now, ZoneId zone) {
        var advice = new ArrayList<String>();
        var harm = link.harm();
        var cause = harm.cause();
        if (cause != null) {
            advice.add(
                    "asked every "
                            + link.pace().toSeconds()
                            + " s, "
                            + harm.slowing()
                            + " times less often than set, for "
                            + why(cause)
                            + ": "
                            + cure(cause));
        } else if (harm.lastHour().containsKey(HarmSign.METER_GONE)) {
            advice.add(why(HarmSign.METER_GONE) + ": " + cure(HarmSign.METER_GONE));
        }
        var rest = harm.rest();
        if (rest != null && rest.runsAt(now)) {
            var until = rest.until().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
            advice.add("left alone until " + until + " by a rest test; commands still reach it");
        }
        return advice;
    }

    private static String why(HarmSign sign) {
        return switch (sign) {
            case METER_LOST -> "it loses its CT meter again and again";
            case METER_GONE -> "it has not heard its CT meter for ten minutes or more";
            case MODE_FLIPPED -> "its mode changed and nobody here ordered that";
            case API_SILENT -> "it fell silent again and again";
            case FOREIGN_REPLIES -> "another program talks to it";
            case LOSSES -> "it loses too many requests";
        };
    }

    private static String cure(HarmSign sign) {
        return switch (sign) {
            case METER_GONE ->
                    "see in the Marstek app whether it hears its meter, restart the meter";
            case FOREIGN_REPLIES, MODE_FLIPPED -> "let only one program ask it";
            case LOSSES ->
                    "check its Wi-Fi, end other programs that ask it, or set a longer poll.interval";
            case METER_LOST, API_SILENT ->
                    "end other programs that ask it, or set a longer poll.interval";
        };
    }
}
