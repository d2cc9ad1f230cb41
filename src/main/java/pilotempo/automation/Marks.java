package pilotempo.automation;

import pilotempo.history.JournalEntry;

/** Later states of journal entries. */
final class Marks {
    private static final int LONGEST = 1000;

    private Marks() {}

    static JournalEntry with(JournalEntry entry, JournalEntry.Result result, String more) {
        var detail = entry.detail().isEmpty() ? more : entry.detail() + "; " + more;
        return new JournalEntry(
                entry.id(),
                entry.battery(),
                entry.at(),
                entry.author(),
                entry.command(),
                entry.until(),
                entry.why(),
                result,
                entry.sends(),
                entry.latency(),
                detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail);
    }
}
