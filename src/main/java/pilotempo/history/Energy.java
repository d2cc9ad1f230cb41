package pilotempo.history;

import java.util.Arrays;
import java.util.List;
import pilotempo.battery.Quantity;

/**
 * Energy of each stretch between two readings of one battery, in one direction at its AC port, from
 * the lifetime counter where it is sane and from power elsewhere. Pure, and without a memory longer
 * than {@link #MEMORY_MILLIS}: what it tells of a stretch depends only on the readings between so
 * long before its begin and so long after its end, so it may be computed again from there at any
 * time, with the same result.
 *
 * <p>See docs/decisions/0002-energy-from-counters.md for the reasons.
 */
final class Energy {
    /** A reading's power holds until the next, at most so long; a longer stretch is a gap. */
    static final long HOLD_MILLIS = 600_000;

    /** How far a counter's step looks back for what was integrated while it stood still. */
    static final long MEMORY_MILLIS = 3_600_000;

    /** Strongest AC port of the family (Venus C, E), W. */
    static final double RATED_W = 2500;

    /** A counter may run so much ahead of the rated power. */
    private static final double MARGIN = 1.5;

    private static final double MILLIS_AN_HOUR = 3_600_000;

    /** A direction of flow: its counter, and the sign that power has in it. */
    enum Direction {
        /** Into the battery: power is negative. */
        IN(Quantity.TOTAL_GRID_IN_WH, -1),
        /** Out of the battery: power is positive. */
        OUT(Quantity.TOTAL_GRID_OUT_WH, 1);

        private final Quantity counter;
        private final int sign;

        Direction(Quantity counter, int sign) {
            this.counter = counter;
            this.sign = sign;
        }
    }

    private final List<Row> rows;
    private final Direction direction;
    private final double[] integrals;
    private final double[] energies;

    /** First stretch of the run in which the counter has stood still since it was last heard. */
    private int stillFrom;

    /** Whether that run began with a step of the counter, so that its phase is known. */
    private boolean stepped;

    /** What the counter said before it fell; NaN if it didn't lately. */
    private double fallenFrom = Double.NaN;

    private long fallenAt;

    private Energy(List<Row> rows, Direction direction) {
        this.rows = rows;
        this.direction = direction;
        int stretches = Math.max(0, rows.size() - 1);
        integrals = new double[stretches];
        energies = new double[stretches];
        Arrays.fill(energies, Double.NaN);
    }

    /**
     * Wh of each stretch, {@code rows.size() - 1} of them; NaN where nothing tells.
     *
     * @param rows of one battery, in order of time
     */
    static double[] between(List<Row> rows, Direction direction) {
        var energy = new Energy(rows, direction);
        for (int i = 0; i < energy.energies.length; i++) {
            energy.stretch(i);
        }
        return energy.energies;
    }

    private void stretch(int i) {
        double before = counter(i);
        double rise = counter(i + 1) - before;
        integrals[i] = integral(i);
        energies[i] = integrals[i];
        if (Double.isNaN(rise)) {
            forget(i, false);
        } else if (rise < 0) {
            fallenFrom = before;
            fallenAt = time(i + 1);
            forget(i, false);
        } else if (isGap(i)) {
            if (rise <= reach(i)) {
                energies[i] = rise;
            }
            forget(i, false);
        } else if (rise > 0) {
            if (jumpsBack(i)) {
                fallenFrom = Double.NaN;
            } else {
                step(i, rise);
            }
            forget(i, true); // whatever came of it: else the memory would be twice as long
        } else if (Double.isNaN(integrals[i])) {
            energies[i] = 0; // the counter alone speaks, and says nothing flowed
        }
    }

    /** The counter moved: its rise is the energy since it last moved, of which a part is told. */
    private void step(int i, double rise) {
        double told = 0;
        double allowed = reach(i);
        int first = i;
        while (first > stillFrom && time(first - 1) >= time(i) - MEMORY_MILLIS) {
            first--;
            told += known(integrals[first]);
            allowed += Double.isNaN(integrals[first]) ? reach(first) : integrals[first];
        }
        boolean phaseKnown = stepped && first == stillFrom;
        double all = told + known(integrals[i]);
        double tick = tick(counter(i), counter(i + 1));
        if (rise > allowed) {
            return; // no battery is so strong: integrated
        }
        if (told == 0) {
            energies[i] = rise;
        } else if (!phaseKnown && rise >= all && rise - all <= tick) {
            energies[i] = Double.isNaN(integrals[i]) ? rise - told : integrals[i];
        } else if (told > MARGIN * tick && all > MARGIN * rise) {
            if (rise <= reach(i)) {
                energies[i] = rise; // it was frozen: what was integrated meanwhile stays
            }
        } else if (rise >= all) {
            energies[i] = rise - told;
        } else {
            for (int j = first; j <= i; j++) {
                energies[j] *= rise / all;
            }
        }
    }

    private void forget(int i, boolean moved) {
        stillFrom = i + 1;
        stepped = moved;
    }

    /** Whether the counter comes back to where it was before it fell. */
    private boolean jumpsBack(int i) {
        return time(i) - fallenAt <= MEMORY_MILLIS
                && counter(i) < fallenFrom
                && counter(i + 1) >= fallenFrom;
    }

    private double integral(int i) {
        double power = rows.get(i).value(Quantity.ONGRID_POWER_W);
        return isGap(i)
                ? Double.NaN
                : Math.max(0, direction.sign * power) * length(i) / MILLIS_AN_HOUR;
    }

    /** The most that can have flowed, Wh. */
    private double reach(int i) {
        return MARGIN * RATED_W * length(i) / MILLIS_AN_HOUR;
    }

    /**
     * The counter's grain, Wh: firmware counts in 100, 10 or 1 Wh. Taken from the two values, so
     * that nothing has to be remembered.
     */
    private static double tick(double before, double after) {
        if (before % 100 == 0 && after % 100 == 0) {
            return 100;
        }
        return before % 10 == 0 && after % 10 == 0 ? 10 : 1;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private boolean isGap(int i) {
        return length(i) > HOLD_MILLIS;
    }

    private double counter(int i) {
        return rows.get(i).value(direction.counter);
    }

    private long length(int i) {
        return time(i + 1) - time(i);
    }

    private long time(int i) {
        return rows.get(i).time();
    }
}
