package pilotempo.history;

import java.time.Duration;

/** How finely a range is told. */
public enum Step {
    /** Every reading. */
    RAW("raw", Duration.ZERO),
    /** One minute, computed from raw. */
    MINUTE("1m", Duration.ofMinutes(1)),
    /** A quarter of an hour, a stored roll-up. */
    QUARTER("15m", Duration.ofMinutes(15)),
    /** One hour, a stored roll-up. */
    HOUR("1h", Duration.ofHours(1)),
    /** One local calendar day (23, 24 or 25 h), a stored roll-up. */
    DAY("1d", Duration.ofDays(1));

    private final String word;
    private final Duration nominal;

    Step(String word, Duration nominal) {
        this.word = word;
        this.nominal = nominal;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    /** Its length; zero for raw, 24 h for a day. */
    public Duration nominal() {
        return nominal;
    }
}
