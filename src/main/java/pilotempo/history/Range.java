package pilotempo.history;

import java.time.Duration;
import java.util.List;

/**
 * The answer to a {@link RangeQuery}.
 *
 * @param step the level it was read from
 * @param bucket length of the points' buckets, a multiple of the step's; zero for raw
 * @param series one a battery, in the query's order; a battery without data has an empty one
 * @param gapAfter two neighbouring points of a battery further apart than this have a gap between
 *     them
 */
public record Range(Step step, Duration bucket, List<BatterySeries> series, Duration gapAfter) {}
