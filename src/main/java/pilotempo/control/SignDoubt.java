package pilotempo.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a power that is read with the other sign was turned round, or is what the battery did
 * before and does not leave yet: its own regulation that goes on, an inverter on its way, a reading
 * that is repeated. Two readings tell it where they can't be that; where they can, only time does.
 * In doubt, at the end of the time, it is reversed. Belongs to one send.
 */
final class SignDoubt {
    /** Slower than this after a send no inverter changes its direction. */
    private static final Duration SLOWEST = Duration.ofSeconds(20);

    /** What undoing it needs of the time for the whole order. */
    private static final Duration TO_UNDO = Duration.ofSeconds(20);

    private static final double SAME_W = 150;
    private static final int ENOUGH = 2;

    private @Nullable Double before;
    private @Nullable Double last;
    private int seen;
    private int clear;

    /**
     * @param before its AC power before the order, W; null when unknown
     */
    SignDoubt(@Nullable Double before) {
        this.before = before;
    }

    /**
     * Takes in a reading with the wrong sign.
     *
     * @param powerW at the AC port
     * @param sinceSend how long ago the order was sent
     * @param left time for the whole order
     * @return whether it is believed now
     */
    boolean believes(double powerW, Duration sinceSend, Duration left) {
        seen++;
        if (before == null) {
            before = powerW;
        } else if (!isAsBefore(powerW, before) && !fades(powerW)) {
            clear++;
        }
        last = powerW;
        boolean slow = seen >= ENOUGH && sinceSend.compareTo(SLOWEST) >= 0;
        return clear >= ENOUGH || slow || left.compareTo(TO_UNDO) < 0;
    }

    /** Another source tells another sign: it is to be seen anew. */
    void contradicted() {
        seen = 0;
        clear = 0;
    }

    private static boolean isAsBefore(double powerW, double before) {
        return Math.abs(powerW - before) <= Math.max(SAME_W, 0.2 * Math.abs(before));
    }

    private boolean fades(double powerW) {
        return last != null && Math.abs(powerW) < 0.8 * Math.abs(last);
    }
}
