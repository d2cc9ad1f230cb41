package pilotempo.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * What is sent at once: one message, or several in one.
 *
 * @param id of the content, for receivers that want to know a repetition
 * @param title one line
 * @param text the rest
 * @param severity {@link #URGENT}, {@link #WARNING}, {@link #RESOLVED} or {@link #TEST}
 * @param battery people's name; empty when it is about the house or several
 * @param at when what it tells of began or ended
 */
record Parcel(UUID id, String title, String text, String severity, String battery, Instant at) {
    static final String URGENT = "urgent";
    static final String WARNING = "warning";
    static final String RESOLVED = "resolved";
    static final String TEST = "test";

    /** Title and text, for channels that have no title. */
    String whole() {
        return text.isEmpty() ? title : title + "\n" + text;
    }
}
