package pilotempo.settings;

import java.util.Set;

/**
 * The text of one setting and where it stands.
 *
 * @param subject what messages call it: {@code poll.interval}, or the variable's name
 * @param text as written, without quotes
 * @param plain whether it stood without quotes
 * @param line in the file, from 1; 0 = from a variable
 */
record Value(String subject, String text, boolean plain, int line) {
    private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");

    /** Whether it says "not set": empty or null. */
    boolean isEmpty() {
        return text.isBlank() || (plain && NULLS.contains(text.strip()));
    }
}
