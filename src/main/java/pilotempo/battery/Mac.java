package pilotempo.battery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A battery's identity: its Bluetooth MAC, twelve lower-case hexadecimal digits. People's words for
 * a battery (id, name) may change, this does not.
 */
public record Mac(String hex) implements Comparable<Mac> {
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9a-f]{12}");

    /** Accepts only the canonical form; {@link #parse} takes what people and devices write. */
    public Mac {
        if (!TWELVE_DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a MAC: " + hex);
        }
    }

    /** Reads a MAC in any usual spelling: upper case, with colons, dashes or dots. */
    public static Optional<Mac> parse(String text) {
        var bare = text.strip().replaceAll("[:.\\-]", "").toLowerCase(Locale.ROOT);
        return TWELVE_DIGITS.matcher(bare).matches()
                ? Optional.of(new Mac(bare))
                : Optional.empty();
    }

    /** The spelling for people, {@code 02:00:5e:00:00:01}. */
    public String withColons() {
        return hex.replaceAll("(..)(?!$)", "$1:");
    }

    @Override
    public int compareTo(Mac other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
