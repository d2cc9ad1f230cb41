package pilotempo.history;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The house ledger from the readings of all batteries (design §5). Between two readings of any of
 * them the newest values of each hold. With the meter known, and the power of every battery, the
 * house is reckoned with and without them; otherwise what the batteries did counts by itself.
 * Nothing is told of the time after the last reading of all. Pure.
 */
final class HouseQuarters {
    private static final Grid QUARTERS = Grid.every(Level.QUARTER.nominalMillis());

    private final List<HeldBattery> batteries;

    private HouseQuarters(List<HeldBattery> batteries) {
        this.batteries = batteries;
    }

    /**
     * The quarters that begin in {@code [from, to)} and of which anything is known.
     *
     * @param batteries each one's readings in order of time, those around {@code [from, to)} too;
     *     always in the same order, so that sums are the same to the last bit
     * @param from begin of a quarter
     * @param to begin of a quarter
     */
    static NavigableMap<Long, HouseQuarter> of(List<List<Row>> batteries, long from, long to) {
        long end = Long.MIN_VALUE;
        for (var rows : batteries) {
            end = rows.isEmpty() ? end : Math.max(end, rows.getLast().time());
        }
        return new HouseQuarters(batteries.stream().map(HeldBattery::new).toList())
                .walk(from, Math.min(to, end));
    }

    private NavigableMap<Long, HouseQuarter> walk(long from, long to) {
        var quarters = new TreeMap<Long, HouseQuarter>();
        long at = from;
        while (at < to) {
            long begin = QUARTERS.begin(at);
            long quarterEnd = Math.min(to, QUARTERS.end(begin));
            var sum = new HouseSum(begin);
            while (at < quarterEnd) {
                long next = quarterEnd;
                for (var battery : batteries) {
                    battery.advance(at);
                    next = Math.min(next, battery.until());
                }
                add(sum, next - at);
                at = next;
            }
            if (!sum.isEmpty()) {
                quarters.put(begin, sum.quarter());
            }
        }
        return quarters;
    }

    private void add(HouseSum sum, long millis) {
        boolean measured = true;
        boolean known = false;
        double power = 0;
        double meter = Double.NaN;
        long meterSince = Long.MIN_VALUE;
        for (var battery : batteries) {
            if (battery.there) {
                measured &= battery.measured;
                if (!Double.isNaN(battery.powerW)) {
                    known = true;
                    power += battery.powerW;
                }
                if (!Double.isNaN(battery.meterW) && battery.heldSince() > meterSince) {
                    meter = battery.meterW;
                    meterSince = battery.heldSince();
                }
            }
        }
        if (measured && !Double.isNaN(meter)) {
            sum.metered(meter, power, millis);
        } else if (known) {
            sum.unmetered(power, millis);
        }
    }
}
