package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TariffView.Stretch;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoPeriod;

/**
 * The two moments of a Tempo day at which a plan changes what batteries do: its begin, and shortly
 * after off-peak hours begin. Between them a battery that somebody else has set is left alone.
 *
 * @param last the newest that has come
 * @param lastIsMorning whether that was the begin of a Tempo day
 * @param next the one to come
 * @param dayEnds when the running Tempo day ends; no command of a plan lasts longer
 */
record PlannedChanges(Instant last, boolean lastIsMorning, Instant next, Instant dayEnds) {
    /** Meters' clocks drift: off-peak hours are entered with this margin. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration AROUND = Duration.ofHours(30);

    static PlannedChanges at(Instant now, Tariff tariff, TempoClock clock) {
        var changes = new TreeMap<Instant, Boolean>();
        Stretch before = null;
        for (var stretch : tariff.stretches(now.minus(AROUND), now.plus(AROUND))) {
            if (before != null && !before.day().date().equals(stretch.day().date())) {
                changes.put(stretch.from(), true);
            } else if (before != null
                    && before.period() == TempoPeriod.HP
                    && stretch.period() == TempoPeriod.HC) {
                changes.put(stretch.from().plus(MARGIN), false);
            }
            before = stretch;
        }
        var dayEnds = clock.endOf(clock.dayOf(now));
        var last = changes.floorEntry(now);
        var next = changes.higherKey(now);
        return new PlannedChanges(
                last == null ? clock.startOf(clock.dayOf(now)) : last.getKey(),
                last == null || last.getValue(),
                next == null ? dayEnds : next,
                dayEnds);
    }
}
