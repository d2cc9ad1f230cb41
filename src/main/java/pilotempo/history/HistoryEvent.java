package pilotempo.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;

/**
 * Something that happened, kept for ever.
 *
 * @param id made once, so that sending twice is harmless
 * @param battery whom it concerns; null = the whole installation
 * @param at when, to the millisecond
 * @param kind what
 * @param mode the mode seen; null where there is none
 * @param detail more, for people, at most 2,000 characters; empty if there is none
 */
public record HistoryEvent(
        UUID id,
        @Nullable Mac battery,
        Instant at,
        Kind kind,
        @Nullable OperatingMode mode,
        String detail) {
    /** What can happen. */
    public enum Kind {
        /** A battery answers again. */
        ONLINE("online"),
        /** A battery no longer answers. */
        OFFLINE("offline"),
        /** A battery's mode is another than before. */
        MODE_SEEN("mode_seen"),
        /** A battery's firmware is another than before. */
        FIRMWARE_SEEN("firmware_seen"),
        /** The database was damaged and begun anew. */
        STORAGE("storage");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in both databases. */
        public String word() {
            return word;
        }

        /** The kind of that name. */
        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No event is called " + word));
        }
    }
}
