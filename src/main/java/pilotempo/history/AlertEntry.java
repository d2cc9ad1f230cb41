package pilotempo.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;

/**
 * One episode of an alert, from its beginning to its end.
 *
 * @param id made once
 * @param kind the rule's word, {@code battery-away}; the words for people are made from it when
 *     they are shown
 * @param battery whom it concerns; null = the whole house
 * @param raisedAt when it began
 * @param resolvedAt when it was over; null while it lasts
 * @param urgent whether it breaks through quiet hours
 * @param seen whether somebody acknowledged it
 * @param args what its sentence needs, in the rule's order; at most 1,000 characters together
 */
public record AlertEntry(
        UUID id,
        String kind,
        @Nullable Mac battery,
        Instant raisedAt,
        @Nullable Instant resolvedAt,
        boolean urgent,
        boolean seen,
        List<String> args) {
    /** Copies the list. */
    public AlertEntry {
        args = List.copyOf(args);
    }
}
