package pilotempo.ui.automation;

import java.util.List;
import java.util.UUID;
import pilotempo.ui.component.Tone;

/**
 * One command, ready to show.
 *
 * @param time "06:00:21" today, "hier 22:00" before
 * @param battery its name
 * @param command what, with the number of the send where there were several
 * @param author who wanted it
 * @param result how it ended
 * @param details more, when it is asked for: name and value
 */
record JournalRow(
        UUID id,
        String time,
        String battery,
        String command,
        String author,
        Tone tone,
        String result,
        List<Detail> details) {
    JournalRow {
        details = List.copyOf(details);
    }

    /** A fact and its name. */
    record Detail(String name, String value) {}
}
