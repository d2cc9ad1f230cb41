package pilotempo.control;

import pilotempo.history.JournalEntry;

/**
 * How sending and reading back ended.
 *
 * @param verdict in one word
 * @param detail what the device said or did, fit to follow "it "; empty if nothing
 */
record Ending(Outcome.Verdict verdict, String detail) {
    /** The same in the journal's words. */
    JournalEntry.Result result() {
        return switch (verdict) {
            case VERIFIED -> JournalEntry.Result.VERIFIED;
            case PARTLY -> JournalEntry.Result.PARTLY;
            case ACKNOWLEDGED, UNPROVEN -> JournalEntry.Result.ACKNOWLEDGED;
            case REFUSED -> JournalEntry.Result.REFUSED;
            case LOST -> JournalEntry.Result.LOST;
            case IGNORED -> JournalEntry.Result.IGNORED;
            case REVERSED -> JournalEntry.Result.REVERSED;
            case NOT_SENT -> JournalEntry.Result.NOT_SENT;
            case UNNEEDED -> throw new IllegalStateException("what was not needed has no entry");
        };
    }
}
