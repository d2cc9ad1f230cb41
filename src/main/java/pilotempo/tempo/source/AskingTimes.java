package pilotempo.tempo.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides when to ask next: each day from 10:40 local, soon after RTE publishes, with a patience
 * that grows while there is no answer and starts anew at the next 10:40. At most about fifteen
 * questions by day, each a little late by chance, so that not everybody asks at once. From 20:00 to
 * 05:30 a day that may be red is asked for each half an hour: told late, it can still be charged
 * for. Such a day's colour that is known is asked for again three times on its eve, for it may have
 * changed.
 */
final class AskingTimes {
    /** From this local time tomorrow's colour is asked for. */
    static final LocalTime PUBLISHED = LocalTime.of(10, 40);

    /** From this one an early signal may be there, good enough for somebody who looks now. */
    static final LocalTime EARLY = LocalTime.of(6, 0);

    /**
     * The public source reads RTE's page late in the morning and at 17:05; the night is charged.
     */
    private static final List<LocalTime> CHECKS =
            List.of(LocalTime.of(12, 15), LocalTime.of(17, 30), LocalTime.of(20, 15));

    private static final LocalTime URGENT_FROM = LocalTime.of(20, 0);
    private static final LocalTime URGENT_UNTIL = LocalTime.of(5, 30);

    /** With the chance on top at most half an hour. */
    private static final Duration URGENT = Duration.ofMinutes(25);

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
        if (missing) {
            return earlier(next, now, soonEnough(now, now.plus(patience(now))));
        }
        var today = now.atZone(zone).toLocalDate();
        if (mayBeRed(today.plusDays(1))) {
            for (var check : CHECKS) {
                next = earlier(next, now, later(at(today, check), 60, 360));
            }
        }
        return next;
    }

    /**
     * The newest moment from which a colour that is known is asked for again; none in the morning.
     */
    static Optional<LocalTime> lastCheck(LocalTime now) {
        return CHECKS.stream().filter(check -> !check.isAfter(now)).max(Comparator.naturalOrder());
    }

    /** A wait that would end in the urgent hours, or leap over their begin, is cut. */
    private Instant soonEnough(Instant now, Instant next) {
        if (urgent(now)) {
            return earlier(next, now, later(now.plus(URGENT), 0, 300));
        }
        var begin = at(now.atZone(zone).toLocalDate(), URGENT_FROM);
        return begin.isAfter(now) && urgent(begin)
                ? earlier(next, now, later(begin, 0, 300))
                : next;
    }

    private boolean urgent(Instant at) {
        var local = at.atZone(zone);
        boolean evening = !local.toLocalTime().isBefore(URGENT_FROM);
        boolean night = local.toLocalTime().isBefore(URGENT_UNTIL);
        return (evening || night) && mayBeRed(local.toLocalDate().plusDays(evening ? 1 : 0));
    }

    /** By law: from November to March, Monday to Friday. */
    static boolean mayBeRed(LocalDate day) {
        boolean winter = day.getMonthValue() >= 11 || day.getMonthValue() <= 3;
        return winter && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
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
