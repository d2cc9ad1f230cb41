package pilotempo.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pilotempo.marstek.Query;

/** Which questions of one battery are due, each by its tier. Not thread-safe. */
final class Schedule {
    /**
     * The meter before the mode: that order halved the failures on firmware 144 (API notes, section
     * e).
     */
    private static final List<Query> ORDER =
            List.of(
                    Query.IDENTITY,
                    Query.POWER,
                    Query.METER,
                    Query.MODE,
                    Query.SOLAR,
                    Query.CELLS,
                    Query.RADIO);

    /** Without an identity units are guesses, so it is soon asked for again, but not for ever. */
    private static final int EAGER_TRIES = 5;

    private final Map<Query, Long> lastAsked = new EnumMap<>(Query.class);
    private int identityTries;
    private boolean identityWanted;

    /** Every question, in order. */
    static List<Query> everything() {
        return ORDER;
    }

    /**
     * What to ask now, in order.
     *
     * @param houseMeter whether this battery is asked for the house's meter
     * @param identified whether it has said what it is
     * @param wanted whether somebody wants the powers now, due or not
     */
    List<Query> due(
            long nowNanos, Tiers tiers, boolean houseMeter, boolean identified, boolean wanted) {
        var due = new ArrayList<Query>();
        for (var query : ORDER) {
            var interval = tiers.of(query, houseMeter);
            if (elapsed(query, interval, nowNanos) || (wanted && interval.equals(tiers.power()))) {
                due.add(query);
            }
        }
        if (!due.contains(Query.IDENTITY) && identityOwed(nowNanos, tiers, identified)) {
            due.add(Query.IDENTITY); // last: a device that never tells must not stop the others
        }
        return due;
    }

    private boolean identityOwed(long nowNanos, Tiers tiers, boolean identified) {
        if (identityWanted) {
            return true;
        }
        var patience = identityTries < EAGER_TRIES ? tiers.power() : tiers.slow();
        return !identified && elapsed(Query.IDENTITY, patience, nowNanos);
    }

    /**
     * A twentieth of grace: a question of a slower tier must not slip by a whole round for a few
     * milliseconds.
     */
    private boolean elapsed(Query query, Duration interval, long nowNanos) {
        var last = lastAsked.get(query);
        return last == null || nowNanos - last >= interval.toNanos() / 20 * 19;
    }

    /** It is asked in the round that began then. */
    void asked(Query query, long roundNanos) {
        lastAsked.put(query, roundNanos);
        if (query == Query.IDENTITY) {
            identityTries++;
            identityWanted = false;
        }
    }

    void identified() {
        identityTries = 0;
    }

    /** It was away for long, and may have come back with new firmware. */
    void cameBack() {
        identityWanted = true;
    }
}
