package pilotempo.control;

import java.util.Optional;
import pilotempo.history.JournalEntry;

/**
 * What became of an order.
 *
 * @param verdict in one word
 * @param entry its line in the journal; empty where nothing was to be sent
 * @param sentence for people, in English: what happened and what to do
 */
public record Outcome(Verdict verdict, Optional<JournalEntry> entry, String sentence) {
    /** How it ended. */
    public enum Verdict {
        /** Read back, and the power tells the same where it can. */
        VERIFIED,
        /** Read back in its mode, with the power's direction, but less of it than asked. */
        PARTLY,
        /** Nothing sent: the battery is in that state already. */
        UNNEEDED,
        /** The device says that it received it; its content can't be read back. */
        ACKNOWLEDGED,
        /** The device says that it received it, and nothing it tells proves that it obeys. */
        UNPROVEN,
        /** The device refused. */
        REFUSED,
        /** No answer and no effect. */
        LOST,
        /** Acknowledged, but the battery does something else. */
        IGNORED,
        /** The power came out with the other sign, and was undone. */
        REVERSED,
        /** Could not be sent. */
        NOT_SENT;

        /** Whether the battery now does, as far as can be known, as it was told. */
        public boolean good() {
            return this == VERIFIED || this == UNNEEDED || this == ACKNOWLEDGED;
        }

        /** Whether it does so at least in part or perhaps, so that there is something to undo. */
        public boolean took() {
            return good() || this == PARTLY || this == UNPROVEN;
        }
    }
}
