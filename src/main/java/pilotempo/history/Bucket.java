package pilotempo.history;

import java.util.Arrays;
import java.util.List;
import pilotempo.battery.Quantity;

/**
 * What is known of one battery in one stretch of time: how many readings, and of each rolled-up
 * quantity count, sum, least and greatest; energy at the AC port. Sums, never averages, so that
 * buckets can be merged. Mutable, confined to its maker.
 */
final class Bucket {
    /** The quantities that are rolled up, in the order of the tables and of the export. */
    static final List<Quantity> QUANTITIES =
            List.of(
                    Quantity.SOC_PCT,
                    Quantity.POWER_W,
                    Quantity.ONGRID_POWER_W,
                    Quantity.OFFGRID_POWER_W,
                    Quantity.PV_POWER_W,
                    Quantity.TEMPERATURE_C,
                    Quantity.METER_POWER_W);

    private static final int SIZE = QUANTITIES.size();
    private static final int[] ORDINALS = QUANTITIES.stream().mapToInt(Quantity::ordinal).toArray();

    final long begin;
    int samples;
    final int[] counts = new int[SIZE];
    final double[] sums = new double[SIZE];
    final double[] least = new double[SIZE];
    final double[] greatest = new double[SIZE];

    /** Wh into the battery; NaN while nothing is known. */
    double energyInWh = Double.NaN;

    /** Wh out of the battery; NaN while nothing is known. */
    double energyOutWh = Double.NaN;

    Bucket(long begin) {
        this.begin = begin;
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    void add(Row row) {
        samples++;
        for (int i = 0; i < SIZE; i++) {
            double value = row.values()[ORDINALS[i]];
            if (!Double.isNaN(value)) {
                counts[i]++;
                sums[i] += value;
                least[i] = Math.min(least[i], value);
                greatest[i] = Math.max(greatest[i], value);
            }
        }
    }

    void addEnergy(double inWh, double outWh) {
        energyInWh = plus(energyInWh, inWh);
        energyOutWh = plus(energyOutWh, outWh);
    }

    void merge(Bucket part) {
        samples += part.samples;
        for (int i = 0; i < SIZE; i++) {
            counts[i] += part.counts[i];
            sums[i] += part.sums[i];
            least[i] = Math.min(least[i], part.least[i]);
            greatest[i] = Math.max(greatest[i], part.greatest[i]);
        }
        addEnergy(part.energyInWh, part.energyOutWh);
    }

    /** Mean of the samples that knew the quantity; NaN if none did. */
    double mean(int index) {
        return counts[index] == 0 ? Double.NaN : sums[index] / counts[index];
    }

    double least(int index) {
        return counts[index] == 0 ? Double.NaN : least[index];
    }

    double greatest(int index) {
        return counts[index] == 0 ? Double.NaN : greatest[index];
    }

    /** Whether there is nothing to keep: no sample and no energy. */
    boolean isEmpty() {
        return samples == 0 && !(energyInWh > 0) && !(energyOutWh > 0);
    }

    boolean same(Bucket other) {
        return begin == other.begin
                && samples == other.samples
                && Arrays.equals(counts, other.counts)
                && Arrays.equals(sums, other.sums)
                && Arrays.equals(least, other.least)
                && Arrays.equals(greatest, other.greatest)
                && Double.compare(energyInWh, other.energyInWh) == 0
                && Double.compare(energyOutWh, other.energyOutWh) == 0;
    }

    private static double plus(double known, double more) {
        if (Double.isNaN(more)) {
            return known;
        }
        return Double.isNaN(known) ? more : known + more;
    }
}
