package pilotempo.history;

import java.time.Instant;

/** A quarter of the house ledger while it is summed up. Confined to its maker. */
final class HouseSum {
    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final long begin;
    private double importWith;
    private double importWithout;
    private double exportWith;
    private double exportWithout;
    private double avoided;
    private double added;
    private double gained;
    private double lost;
    private int meteredMillis;
    private int knownMillis;

    HouseSum(long begin) {
        this.begin = begin;
    }

    /** A stretch in which the meter was known. */
    void metered(double meterW, double batteriesW, long millis) {
        double with = Math.max(meterW, 0);
        double without = Math.max(meterW + batteriesW, 0);
        importWith += with * millis;
        importWithout += without * millis;
        avoided += Math.max(without - with, 0) * millis;
        added += Math.max(with - without, 0) * millis;
        with = Math.max(-meterW, 0);
        without = Math.max(-meterW - batteriesW, 0);
        exportWith += with * millis;
        exportWithout += without * millis;
        gained += Math.max(with - without, 0) * millis;
        lost += Math.max(without - with, 0) * millis;
        meteredMillis += (int) millis;
        knownMillis += (int) millis;
    }

    /** A stretch in which only the batteries are known. */
    void unmetered(double batteriesW, long millis) {
        avoided += Math.max(batteriesW, 0) * millis;
        added += Math.max(-batteriesW, 0) * millis;
        knownMillis += (int) millis;
    }

    boolean isEmpty() {
        return knownMillis == 0;
    }

    HouseQuarter quarter() {
        return new HouseQuarter(
                Instant.ofEpochMilli(begin),
                importWith / MILLIS_AN_HOUR,
                importWithout / MILLIS_AN_HOUR,
                exportWith / MILLIS_AN_HOUR,
                exportWithout / MILLIS_AN_HOUR,
                avoided / MILLIS_AN_HOUR,
                added / MILLIS_AN_HOUR,
                gained / MILLIS_AN_HOUR,
                lost / MILLIS_AN_HOUR,
                meteredMillis,
                knownMillis);
    }
}
