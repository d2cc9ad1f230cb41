package pilotempo.history;

import java.util.List;
import pilotempo.battery.Quantity;

/**
 * What is known of one battery at a moment that only moves forward: the newest reading holds until
 * the next; across a gap, or where the AC power is unknown, what the counters tell is spread
 * evenly. Before its first reading, and 10 minutes after its last, the battery does not exist.
 */
final class HeldBattery {
    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final List<Row> rows;
    private double[] in = {};
    private double[] out = {};
    private boolean reckoned;
    private int held = -1;
    private long until = Long.MIN_VALUE;

    /** Whether there is such a battery now. */
    boolean there;

    /** Whether {@link #powerW} was measured: no gap, and the power is known. */
    boolean measured;

    /** At the AC port, mean of the stretch; NaN when nothing tells. */
    double powerW = Double.NaN;

    /** What it knows of the house's meter; NaN if nothing. */
    double meterW = Double.NaN;

    /**
     * A battery.
     *
     * @param rows in order of time, with those around that their energy needs
     */
    HeldBattery(List<Row> rows) {
        this.rows = rows;
        until = rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().time();
    }

    /** Time of the newest reading. */
    long heldSince() {
        return rows.get(held).time();
    }

    /** When the next change comes; {@link Long#MAX_VALUE} when none will. */
    long until() {
        return until;
    }

    void advance(long now) {
        while (now >= until) {
            if (held + 1 < rows.size()) {
                held++;
                hold();
            } else {
                there = false;
                until = Long.MAX_VALUE;
            }
        }
    }

    private void hold() {
        var row = rows.get(held);
        boolean last = held + 1 == rows.size();
        until = last ? row.time() + Energy.HOLD_MILLIS : rows.get(held + 1).time();
        boolean gap = until - row.time() > Energy.HOLD_MILLIS;
        double power = row.value(Quantity.ONGRID_POWER_W);
        there = true;
        measured = !gap && !Double.isNaN(power);
        powerW = measured || last ? power : counted();
        meterW = gap ? Double.NaN : row.value(Quantity.METER_POWER_W);
    }

    /** Mean power by the counters. */
    private double counted() {
        if (!reckoned) {
            reckoned = true;
            in = Energy.between(rows, Energy.Direction.IN);
            out = Energy.between(rows, Energy.Direction.OUT);
        }
        if (Double.isNaN(in[held]) && Double.isNaN(out[held])) {
            return Double.NaN;
        }
        double length = until - rows.get(held).time();
        return (known(out[held]) - known(in[held])) * MILLIS_AN_HOUR / length;
    }

    private static double known(double energy) {
        return Double.isNaN(energy) ? 0 : energy;
    }
}
