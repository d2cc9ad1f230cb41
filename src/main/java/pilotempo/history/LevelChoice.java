package pilotempo.history;

import java.time.Duration;
import java.util.List;

/**
 * From which level a range is read, and how many of its buckets make one point: the coarsest level
 * that still gives nearly half of the wanted points; where it gives too many, neighbours are
 * merged. Pure.
 *
 * @param step the level
 * @param factor buckets a point; 1 for raw
 */
record LevelChoice(Step step, int factor) {
    private static final double ENOUGH = 0.4;
    private static final List<Step> COARSEST_FIRST = List.of(Step.DAY, Step.HOUR, Step.QUARTER);

    /**
     * Chooses.
     *
     * @param span the stretch with data
     * @param mostPoints the most that may come
     * @param readings the most readings that any of the batteries has in it
     * @param whole whether all readings of it are still there; else quarters are the finest
     */
    static LevelChoice of(Duration span, int mostPoints, int readings, boolean whole) {
        if (whole && readings <= mostPoints * ENOUGH) {
            return new LevelChoice(Step.RAW, 1);
        }
        for (var step : COARSEST_FIRST) {
            if (buckets(span, step) >= mostPoints * ENOUGH) {
                return of(span, step, mostPoints);
            }
        }
        if (!whole) {
            return of(span, Step.QUARTER, mostPoints);
        }
        return readings <= mostPoints
                ? new LevelChoice(Step.RAW, 1)
                : of(span, Step.MINUTE, mostPoints);
    }

    /** A range rarely begins and ends on a bucket's border: it may touch two buckets more. */
    private static LevelChoice of(Duration span, Step step, int mostPoints) {
        long buckets = buckets(span, step);
        int factor = 1;
        while (buckets / factor + 2 > mostPoints && factor < buckets) {
            factor++;
        }
        return new LevelChoice(step, factor);
    }

    private static long buckets(Duration span, Step step) {
        return span.dividedBy(step.nominal());
    }
}
