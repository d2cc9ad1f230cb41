package pilotempo.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;

/**
 * What a look at one battery comes to.
 *
 * @param standing how it stands
 * @param since since when; null when unknown
 * @param detail for people; empty if there is none
 * @param step what is to be done; null = nothing
 */
record Verdict(Standing standing, @Nullable Instant since, String detail, @Nullable Step step) {
    /** Something to be done. */
    sealed interface Step permits Send, Mark, Settle {}

    /**
     * A command.
     *
     * @param author who wants it
     * @param command what
     * @param why for the journal
     * @param until when a Passive has to end, however late it leaves; null where its duration says
     *     it all
     */
    record Send(Author author, ModeCommand command, String why, @Nullable Instant until)
            implements Step {}

    /** A later state of a journal entry; the next look goes on from there. */
    record Mark(JournalEntry entry) implements Step {}

    /** The battery is back by itself; the entry of the command that it left says so from now on. */
    record Settle(JournalEntry entry) implements Step {}

    static Verdict nothing(Standing standing, @Nullable Instant since, String detail) {
        return new Verdict(standing, since, detail, null);
    }

    Verdict but(Standing other, String why) {
        return new Verdict(other, since, why, null);
    }
}
