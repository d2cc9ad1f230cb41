package pilotempo.history;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;

/** Lines to columns. */
final class SeriesOf {
    private SeriesOf() {}

    static BatterySeries rows(Mac battery, List<Row> rows, Set<Quantity> quantities) {
        int size = rows.size();
        var times = rows.stream().mapToLong(Row::time).toArray();
        var samples = new int[size];
        Arrays.fill(samples, 1);
        Map<Quantity, BatterySeries.Band> bands = new EnumMap<>(Quantity.class);
        for (var quantity : quantities) {
            var values = rows.stream().mapToDouble(row -> row.value(quantity)).toArray();
            if (known(values)) {
                bands.put(quantity, new BatterySeries.Band(values, values, values));
            }
        }
        return new BatterySeries(
                battery, times, times, samples, bands, unknown(size), unknown(size));
    }

    static BatterySeries buckets(
            Mac battery, List<Bucket> buckets, Grid grid, Collection<Quantity> quantities) {
        Map<Quantity, BatterySeries.Band> bands = new EnumMap<>(Quantity.class);
        for (int i = 0; i < Bucket.QUANTITIES.size(); i++) {
            int index = i;
            var quantity = Bucket.QUANTITIES.get(i);
            var mean = buckets.stream().mapToDouble(bucket -> bucket.mean(index)).toArray();
            if (quantities.contains(quantity) && known(mean)) {
                bands.put(
                        quantity,
                        new BatterySeries.Band(
                                mean,
                                buckets.stream().mapToDouble(b -> b.least(index)).toArray(),
                                buckets.stream().mapToDouble(b -> b.greatest(index)).toArray()));
            }
        }
        return new BatterySeries(
                battery,
                buckets.stream().mapToLong(bucket -> bucket.begin).toArray(),
                buckets.stream().mapToLong(bucket -> grid.end(bucket.begin)).toArray(),
                buckets.stream().mapToInt(bucket -> bucket.samples).toArray(),
                bands,
                buckets.stream().mapToDouble(bucket -> bucket.energyInWh).toArray(),
                buckets.stream().mapToDouble(bucket -> bucket.energyOutWh).toArray());
    }

    private static boolean known(double[] values) {
        return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    }

    private static double[] unknown(int size) {
        var values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
