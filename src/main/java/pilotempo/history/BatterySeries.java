package pilotempo.history;

import java.util.Map;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;

/**
 * One battery's points of a range, by columns. The arrays are the record's own and must not be
 * changed.
 *
 * @param battery whose
 * @param times epoch milliseconds, rising: the reading's, or the bucket's start. A bucket without
 *     samples has no point.
 * @param ends epoch milliseconds at which each point's bucket ends; for raw readings equal to
 *     {@code times}
 * @param samples readings in each bucket
 * @param bands by quantity; a quantity that is unknown throughout has no band
 * @param energyInWh Wh into the battery at its AC port in each bucket; NaN where unknown; all NaN
 *     for raw
 * @param energyOutWh the same, delivered
 */
@SuppressWarnings("ArrayRecordComponent") // columns, for a chart that draws each frame
public record BatterySeries(
        Mac battery,
        long[] times,
        long[] ends,
        int[] samples,
        Map<Quantity, Band> bands,
        double[] energyInWh,
        double[] energyOutWh) {
    /**
     * Mean, least and greatest value of each point; NaN where unknown. For raw readings all three
     * are the value.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Band(double[] mean, double[] least, double[] greatest) {}
}
