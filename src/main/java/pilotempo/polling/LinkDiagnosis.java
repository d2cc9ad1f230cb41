package pilotempo.polling;

import pilotempo.live.Diagnosis;
import pilotempo.marstek.LineState;

/** From figures to one word. Pure. */
final class LinkDiagnosis {
    private static final int SILENT_ROUNDS = 2;
    private static final double BUSY = 0.2;

    private LinkDiagnosis() {}

    /**
     * @param line the wire's view
     * @param asked whether anything was asked yet
     * @param missedRounds rounds in a row without any answer
     * @param everAnswered whether it ever answered in this run
     * @param unresolved whether its host name does not resolve
     * @param lossy whether much is lost lately
     * @param foreignShare replies to somebody else a request of ours, lately
     */
    static Diagnosis of(
            LineState line,
            boolean asked,
            int missedRounds,
            boolean everAnswered,
            boolean unresolved,
            boolean lossy,
            double foreignShare) {
        if (unresolved) {
            return Diagnosis.UNRESOLVED;
        }
        if (line.address().isEmpty()) {
            return Diagnosis.NOT_FOUND;
        }
        if (!asked) {
            return Diagnosis.STARTING;
        }
        if (missedRounds > 0 && line.strangerMac().isPresent()) {
            return Diagnosis.STRANGER;
        }
        if (!everAnswered) {
            return missedRounds > 0 ? Diagnosis.UNREACHABLE : Diagnosis.STARTING;
        }
        if (missedRounds >= SILENT_ROUNDS) {
            return Diagnosis.SILENT;
        }
        if (foreignShare > BUSY) {
            return Diagnosis.BUSY;
        }
        if (lossy) {
            return Diagnosis.LOSSY;
        }
        return Diagnosis.GOOD;
    }
}
