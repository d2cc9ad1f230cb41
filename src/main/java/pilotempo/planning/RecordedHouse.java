package pilotempo.planning;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A house as it was measured.
 *
 * @param netWhByQuarter import less export without batteries, Wh, by the begin of the quarter;
 *     quarters that the meter did not see whole are left out
 */
public record RecordedHouse(Map<Instant, Double> netWhByQuarter) implements PastHouse {
    /** Copies the map. */
    public RecordedHouse {
        netWhByQuarter = Map.copyOf(netWhByQuarter);
    }

    @Override
    public OptionalDouble netWh(Instant begin) {
        var net = netWhByQuarter.get(begin);
        return net == null ? OptionalDouble.empty() : OptionalDouble.of(net);
    }

    @Override
    public boolean recorded() {
        return true;
    }
}
