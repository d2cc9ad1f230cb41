package pilotempo.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TariffView.Stretch;

/**
 * The hours that a plan covers.
 *
 * @param situation what is known
 * @param until the plan's end
 * @param stretches of the tariff, from the running Tempo day on
 * @param nights that touch the plan, in order
 */
record Ahead(Situation situation, Instant until, List<Stretch> stretches, List<Night> nights) {
    static Ahead of(Situation situation, Instant until) {
        var clock = situation.clock();
        var first = clock.dayOf(situation.at());
        var last = clock.dayOf(until);
        var stretches =
                situation.tariff().stretches(clock.startOf(first), clock.endOf(last.plusDays(1)));
        var nights = new ArrayList<Night>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var night = Night.of(day, stretches);
            if (night != null
                    && night.until().isAfter(situation.at())
                    && night.from().isBefore(until)) {
                nights.add(night);
            }
        }
        return new Ahead(situation, until, stretches, List.copyOf(nights));
    }

    /** The night that runs at an instant. */
    @Nullable Night nightAt(Instant at) {
        for (var night : nights) {
            if (night.runsAt(at)) {
                return night;
            }
        }
        return null;
    }

    /** The peak hours of the Tempo day that runs at an instant. */
    @Nullable Stretch peakAt(Instant at) {
        return Night.peak(situation.clock().dayOf(at), stretches);
    }

    /** Instants at which something else may be done, in order, the plan's end last. */
    NavigableSet<Instant> changes() {
        var changes = new TreeSet<Instant>();
        for (var night : nights) {
            changes.add(night.from());
            changes.add(night.chargeUntil());
            changes.add(night.until());
        }
        for (var stretch : stretches) {
            if (!situation.clock().dayOf(stretch.from()).equals(dayBefore(stretch.from()))) {
                changes.add(stretch.from());
            }
        }
        changes.headSet(situation.at(), true).clear();
        changes.tailSet(until, true).clear();
        changes.add(until);
        return changes;
    }

    private LocalDate dayBefore(Instant at) {
        return situation.clock().dayOf(at.minusMillis(1));
    }
}
