package pilotempo.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a battery stands to the plan.
 *
 * @param battery people's id
 * @param standing in one word
 * @param since since when; null when unknown
 * @param detail more, for people, in English; empty if there is none
 */
public record BatteryStanding(
        String battery, Standing standing, @Nullable Instant since, String detail) {
    /** How it stands. */
    public enum Standing {
        /** Nothing planned, or the plan is off. */
        IDLE,
        /** Does as planned. */
        FOLLOWS,
        /** A command is under way. */
        COMMANDED,
        /** The command failed and is tried again. */
        FAILING,
        /** The device left the plan's command again and again; no more is sent for a while. */
        DROPPING,
        /** Its power came out reversed: it is no longer commanded. */
        REVERSED,
        /** It does not answer. */
        AWAY,
        /** Somebody else set its mode: left alone until the next planned change. */
        TAKEN_OVER,
        /** It can't be steered by a plan. */
        UNABLE
    }
}
