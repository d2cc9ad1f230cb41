package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** For how long the plan is to rest. */
enum PauseChoice {
    HOURS_2,
    HOURS_4,
    HOURS_8,
    /** To the end of the running Tempo day. */
    MORNING,
    /** Until somebody resumes it. */
    OPEN;

    private static final LocalTime MORNING_TIME = LocalTime.of(6, 0);

    /** When the plan goes on by itself; empty = it does not. */
    Optional<Instant> until(Instant now, ZoneId zone) {
        return switch (this) {
            case HOURS_2 -> Optional.of(now.plus(Duration.ofHours(2)));
            case HOURS_4 -> Optional.of(now.plus(Duration.ofHours(4)));
            case HOURS_8 -> Optional.of(now.plus(Duration.ofHours(8)));
            case MORNING -> Optional.of(morning(now, zone));
            case OPEN -> Optional.empty();
        };
    }

    /** The next 06:00. */
    private static Instant morning(Instant now, ZoneId zone) {
        var date = now.atZone(zone).toLocalDate();
        var today = date.atTime(MORNING_TIME).atZone(zone).toInstant();
        return today.isAfter(now)
                ? today
                : date.plusDays(1).atTime(MORNING_TIME).atZone(zone).toInstant();
    }
}
