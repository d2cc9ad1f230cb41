package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.history.Facts;

/**
 * Whether the wall clock can be believed: not before this program was made, and not behind what was
 * stored already. Only the automation thread asks; a person may confirm the clock on any thread.
 */
final class ClockCheck {
    /**
     * The history stores nothing earlier either: a machine without a clock wakes in 1970 or 2000.
     */
    static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private static final String CONFIRMED = "clock-confirmed";
    private static final Duration BEHIND = Duration.ofMinutes(5);

    private final Facts facts;
    private final Supplier<@Nullable String> boot;
    private volatile boolean bootConfirmed;
    private volatile Instant newest = EARLIEST;

    /**
     * @param boot what the machine itself says
     */
    ClockCheck(Facts facts, Supplier<@Nullable String> boot) {
        this.facts = facts;
        this.boot = boot;
    }

    /** Something was noted at that moment. */
    void witness(@Nullable Instant noted) {
        if (noted != null && noted.isAfter(newest)) {
            newest = noted;
        }
    }

    /** Why it can't be believed; null = it can. */
    @Nullable String doubt(Instant now) {
        if (now.isBefore(EARLIEST)) {
            return "the clock says " + now + ", before this program was made";
        }
        var latest = newest;
        if (now.isBefore(latest.minus(BEHIND)) && latest.isAfter(confirmed())) {
            return "the clock says "
                    + now
                    + ", but something was recorded at "
                    + latest
                    + ": set the clock, or resume the plan if the clock is right";
        }
        return bootConfirmed ? null : bootDoubt();
    }

    /** Once it is set it stays so. */
    private @Nullable String bootDoubt() {
        var doubt = boot.get();
        bootConfirmed = doubt == null;
        return doubt;
    }

    /** A person says that the clock is right, whatever was recorded. */
    void confirm(Instant now) {
        bootConfirmed = true;
        if (!now.isBefore(EARLIEST) && now.isBefore(newest.minus(BEHIND))) {
            facts.keep(CONFIRMED, newest.toString());
        }
    }

    private Instant confirmed() {
        try {
            return facts.get(CONFIRMED).map(Instant::parse).orElse(Instant.MIN);
        } catch (DateTimeParseException foreign) {
            return Instant.MIN;
        }
    }
}
