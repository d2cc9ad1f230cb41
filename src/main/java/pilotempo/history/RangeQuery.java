package pilotempo.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;

/**
 * What a chart wants.
 *
 * @param batteries whose
 * @param from begin, inclusive
 * @param to end, exclusive
 * @param quantities what
 * @param mostPoints points a series at most, about 1,500 for a screen
 */
public record RangeQuery(
        List<Mac> batteries, Instant from, Instant to, Set<Quantity> quantities, int mostPoints) {}
