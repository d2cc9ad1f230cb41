package pilotempo.tempo.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * Decides when to ask next: each day from 10:40 local, soon after RTE publishes, with a patience
 * that grows while there is no answer and starts anew at the next 10:40. At most about fifteen
 * questions a day, each a little late by chance, so that not everybody asks at once.
 */
final class AskingTimes {
    /** From this local time tomorrow's colour is asked for. */
    static final LocalTime PUBLISHED = LocalTime.of(10, 40);

    /** From this one an early signal may be there, good enough for somebody who looks now. */
    static final LocalTime EARLY = LocalTime.of(6, 0);

    private static final int[] WAITS_MINUTES = {1, 5, 10, 20, 40, 60, 60, 90, 120, 120, 180};

    private final ZoneId zone;
    private final RandomGenerator random;
    private LocalDate patienceOf = LocalDate.MIN;
    private int asked;
    private boolean failed;

    AskingTimes(ZoneId zone, RandomGenerator random) {
        this.zone = zone;
        this.random = random;
    }

    /** Counts a question; {@code failed}: nobody answered it. */
    synchronized void asked(Instant now, boolean failed) {
        var publication = publication(now);
        if (!publication.equals(patienceOf)) {
            patienceOf = publication;
            asked = 0;
        }
        asked++;
        this.failed = failed;
    }

    /**
     * When to ask next.
     *
     * @param missing whether a day could be asked for now
     * @param provisional whether tomorrow's colour awaits its confirmation
     */
    synchronized Instant next(Instant now, boolean missing, boolean provisional) {
        var next = later(at(publication(now).plusDays(1), PUBLISHED), 20, 240);
        if (provisional) {
            next =
                    earlier(
                            next,
                            now,
                            later(at(now.atZone(zone).toLocalDate(), ToldColour.BINDING), 60, 360));
        }
        return missing ? earlier(next, now, now.plus(patience(now))) : next;
    }

    private Duration patience(Instant now) {
        int asks = publication(now).equals(patienceOf) ? asked : 1;
        int step = Math.max(failed ? 0 : 1, asks - 1);
        long seconds = 60L * WAITS_MINUTES[Math.min(step, WAITS_MINUTES.length - 1)];
        return Duration.ofSeconds(seconds + random.nextLong(1 + seconds / 5));
    }

    /** The day of the last 10:40. */
    private LocalDate publication(Instant now) {
        var local = now.atZone(zone);
        return local.toLocalTime().isBefore(PUBLISHED)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    private Instant later(Instant than, int fromSeconds, int toSeconds) {
        return than.plusSeconds(random.nextInt(fromSeconds, toSeconds));
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant now, Instant other) {
        return other.isAfter(now) && other.isBefore(one) ? other : one;
    }
}
