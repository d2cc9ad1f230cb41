package pilotempo.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import pilotempo.lifecycle.Time;

/** Removes raw readings that are old enough, in small steps between which the writer does more. */
final class Purge {
    private static final Duration REST = Duration.ofMillis(20);

    private final Inbox inbox;
    private final ZoneId zone;
    private final Time time;

    Purge(Inbox inbox, ZoneId zone, Time time) {
        this.inbox = inbox;
        this.zone = zone;
        this.time = time;
    }

    /**
     * Removes readings of more than so many whole days ago that were also stored so long ago.
     *
     * @return how many
     */
    long run(int days, boolean onlyAcknowledged) throws InterruptedException {
        var now = time.now();
        var oldest = LocalDate.ofInstant(now, zone).minusDays(days);
        long before = oldest.atStartOfDay(zone).toInstant().toEpochMilli();
        var storedBy = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days);
        if (Instant.ofEpochMilli(before).isAfter(now)) {
            return 0;
        }
        long until = Errand.done(inbox, store -> store.purgeable(storedBy, onlyAcknowledged));
        long removed = 0;
        long after = 0;
        while (after < until) {
            long from = after;
            var step = Errand.done(inbox, store -> store.purge(from, until, before));
            removed += step.removed();
            after = step.last();
            time.pause().forAtLeast(REST);
        }
        return removed;
    }
}
