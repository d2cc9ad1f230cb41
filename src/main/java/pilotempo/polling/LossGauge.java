package pilotempo.polling;

/**
 * Whether a battery loses too much of what it is asked to go on at this pace. Judged by the last
 * thirty requests or so, ten rounds as a rule, the newer weighing more: two of five lost is too
 * much. One that always loses a fifth gets there by chance about once a week. Not thread-safe.
 */
final class LossGauge {
    private static final int MEMORY = 30;
    private static final double TOO_LOSSY = 0.4;

    private double sent;
    private double lost;

    /** Takes in requests to a battery that is there; having said yes it begins anew. */
    boolean tooLossy(Tally tally) {
        sent += tally.sent();
        lost += tally.lost();
        if (sent < MEMORY) {
            return false;
        }
        boolean tooLossy = lost > TOO_LOSSY * sent;
        double kept = tooLossy ? 0 : MEMORY / sent;
        sent *= kept;
        lost *= kept;
        return tooLossy;
    }
}
