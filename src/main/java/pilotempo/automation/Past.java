package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;

/**
 * What the journal tells of one battery: who commanded it last, and what a plan's command may have
 * left it in.
 *
 * @param entries mode commands, newest first
 * @param settled the plan's command after which the battery was seen back in its day mode by
 *     itself; null if there is none
 */
record Past(List<JournalEntry> entries, @Nullable UUID settled) {
    /** So many entries of a battery are looked at. */
    static final int DEPTH = 60;

    /** From the journal's entries of a battery, newest first. */
    Past {
        entries = entries.stream().filter(entry -> entry.command() instanceof ModeCommand).toList();
    }

    static boolean byPerson(JournalEntry entry) {
        return entry.author() == Author.WINDOW || entry.author() == Author.COMMAND_LINE;
    }

    static boolean byPlan(JournalEntry entry) {
        return entry.author() == Author.PLAN;
    }

    static ModeCommand command(JournalEntry entry) {
        return (ModeCommand) entry.command();
    }

    static boolean passive(JournalEntry entry) {
        return command(entry).mode() == OperatingMode.PASSIVE;
    }

    /** The power that a Passive asked for, W. */
    static int powerW(JournalEntry entry) {
        return entry.command() instanceof ModeCommand.Passive told ? told.powerW() : 0;
    }

    /** When its effect ends by itself. */
    static Instant end(JournalEntry entry) {
        var until = entry.until();
        return until == null ? Instant.MAX : until;
    }

    /**
     * The newest command that may have had an effect. What a person wanted and did not get counts
     * for nothing.
     */
    Optional<JournalEntry> head() {
        return entries.stream().filter(Past::mayCount).findFirst();
    }

    private static boolean mayCount(JournalEntry entry) {
        return switch (entry.result()) {
            case NOT_SENT -> false;
            case REFUSED, LOST, IGNORED, REVERSED -> !byPerson(entry);
            case PENDING, VERIFIED, PARTLY, ACKNOWLEDGED, DROPPED -> true;
        };
    }

    /**
     * The plan's Passive commands that the battery may still be in, newest first: back to the last
     * one that surely worked. Empty when somebody else commanded it since, or it was brought back.
     */
    List<JournalEntry> candidates() {
        var may = new ArrayList<JournalEntry>();
        for (var entry : entries) {
            if (!mayCount(entry) || entry.result() == Result.REFUSED) {
                continue;
            }
            boolean sure = entry.result().took() || entry.result() == Result.DROPPED;
            if (entry.author() == Author.SAFETY && !sure) {
                continue;
            }
            if (!byPlan(entry) || entry.id().equals(settled) || (sure && !passive(entry))) {
                break;
            }
            if (passive(entry)) {
                may.add(entry);
            }
            if (sure) {
                break;
            }
        }
        return may;
    }

    /** Failures of somebody's commands in a row, newest first. */
    int failures(Author author) {
        int failures = 0;
        for (var entry : entries) {
            boolean failed =
                    switch (entry.result()) {
                        case REFUSED, LOST, IGNORED, NOT_SENT -> true;
                        case PENDING, VERIFIED, PARTLY, ACKNOWLEDGED, DROPPED, REVERSED -> false;
                    };
            if (entry.author() != author || !failed) {
                break;
            }
            failures++;
        }
        return failures;
    }

    /** Since when the power of a plan's command is what it is, through renewals. */
    static Instant since(List<JournalEntry> entries, JournalEntry running) {
        var since = running.at();
        for (var entry : entries) {
            if (entry.at().isAfter(running.at())) {
                continue;
            }
            if (!byPlan(entry) || !passive(entry) || powerW(entry) != powerW(running)) {
                break;
            }
            since = entry.at();
        }
        return since;
    }

    /** When the newest command of all was decided. */
    Optional<Instant> lastDecided() {
        return entries.stream().findFirst().map(JournalEntry::decidedAt);
    }

    /** When the plan last sent something; for the time between two changes of power. */
    Optional<Instant> lastByPlan() {
        return entries.stream().filter(Past::byPlan).findFirst().map(JournalEntry::decidedAt);
    }

    /** How often the device left somebody's command in the time before. */
    int drops(Author author, Instant now, Duration within) {
        return (int)
                entries.stream()
                        .filter(entry -> entry.author() == author)
                        .filter(entry -> entry.result() == Result.DROPPED)
                        .filter(entry -> entry.at().isAfter(now.minus(within)))
                        .count();
    }

    /** Whether the plan commanded a power in the time since, and not in vain. */
    boolean steeredSince(Instant since) {
        return entries.stream()
                .filter(entry -> byPlan(entry) && passive(entry) && !entry.at().isBefore(since))
                .anyMatch(
                        entry ->
                                switch (entry.result()) {
                                    case REFUSED, LOST, IGNORED, NOT_SENT -> false;
                                    case PENDING, VERIFIED, PARTLY, ACKNOWLEDGED -> true;
                                    case DROPPED, REVERSED -> true;
                                });
    }

    /** Whether it failed: what the battery does instead is no answer to it. */
    static boolean inVain(JournalEntry entry) {
        return entry.result() == Result.LOST || entry.result() == Result.IGNORED;
    }
}
