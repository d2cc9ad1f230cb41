package pilotempo.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes values fit their columns: cut, never refused. */
final class Fit {
    /** Years 1 to 9999: what both databases can show. */
    private static final long EARLIEST = -62_135_596_800_000L;

    private static final long LATEST = 253_402_300_799_999L;

    private Fit() {}

    /** At most so many characters; no character is cut in the middle. */
    static String text(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splits = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splits ? most - 1 : most);
    }

    /** Whole milliseconds. */
    static Instant time(Instant at) {
        if (at.getEpochSecond() < EARLIEST / 1000) {
            return Instant.ofEpochMilli(EARLIEST);
        }
        return at.getEpochSecond() > LATEST / 1000
                ? Instant.ofEpochMilli(LATEST)
                : Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** Whole milliseconds, or none. */
    static @Nullable Instant timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
    }
}
