package pilotempo.battery;

import java.util.Arrays;
import java.util.Optional;

/** Who decides what a battery does (API document, ES.GetMode). */
public enum OperatingMode {
    /** Self-consumption on the battery's own meter. */
    AUTO("Auto"),
    /** The vendor's cloud optimiser. */
    AI("AI"),
    /** The weekly program of up to ten slots. */
    MANUAL("Manual"),
    /** A power given for a duration. */
    PASSIVE("Passive"),
    /** Held full for the emergency socket. */
    UPS("UPS");

    private final String word;

    OperatingMode(String word) {
        this.word = word;
    }

    /** The word in JSON, exports and tables. */
    public String word() {
        return word;
    }

    /** Reads a mode's word, whatever its case. */
    public static Optional<OperatingMode> ofWord(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.word.equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
