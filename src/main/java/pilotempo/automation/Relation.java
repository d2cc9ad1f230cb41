package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;

/**
 * What a battery does, seen against what a plan told it last.
 *
 * @param kind in one word
 * @param entry the plan's Passive that it is about; null for {@link Kind#NONE}
 * @param proven whether a reading newer than the command says so; else it is assumed
 */
record Relation(Kind kind, @Nullable JournalEntry entry, boolean proven) {
    /** What there is between a battery and the plan. */
    enum Kind {
        /**
         * No Passive of the plan is in force: somebody else's was last, or none was given or
         * worked.
         */
        NONE,
        /** It does what the plan told it, and its time is not over. */
        RUNNING,
        /** The time of the plan's Passive is over, and nothing shows that the battery left it. */
        ENDED,
        /** In Passive, but no power flows although it should. */
        STALLED,
        /** Back in its day mode, or regulating by itself. */
        LEFT,
        /** Does something that nobody here told it. */
        FOREIGN,
        /** The plan's command failed, and what the battery does is not known. */
        UNKNOWN
    }

    /** A power settles some seconds after the command. */
    private static final Duration SETTLES = Duration.ofSeconds(15);

    /** At 0 W some watts flow all the same. */
    private static final double STILL_W = 60;

    private static final Relation NOTHING = new Relation(Kind.NONE, null, true);

    /**
     * Judges by readings newer than the last command alone: an older one tells of the time before.
     *
     * @param dayMode what the battery goes back to
     * @param decided when the last command was decided, as far as this run knows better than the
     *     journal
     */
    static Relation of(Past past, Seen seen, OperatingMode dayMode, Instant decided, Instant now) {
        var head = past.head().orElse(null);
        var candidates = past.candidates();
        if (head == null || candidates.isEmpty()) {
            return NOTHING;
        }
        var since = later(passed(head.decidedAt(), now), passed(decided, now));
        var mode = seen.modeAfter(since);
        if (mode == null) {
            return assumed(head, candidates, now);
        }
        if (mode == OperatingMode.PASSIVE) {
            return inPassive(head, candidates, seen.powerAfter(since.plus(SETTLES)), now);
        }
        var left = candidates.getFirst();
        return mode == dayMode || mode == OperatingMode.AUTO
                ? new Relation(Kind.LEFT, left, true)
                : foreign(candidates, now);
    }

    /**
     * Orders that never worked are not in force, and nobody has turned against them. Of one whose
     * time is over that can't be known any more.
     */
    private static Relation foreign(List<JournalEntry> candidates, Instant now) {
        boolean inVain =
                candidates.stream().allMatch(entry -> Past.inVain(entry) && !over(entry, now));
        return inVain ? NOTHING : new Relation(Kind.FOREIGN, candidates.getFirst(), true);
    }

    private static Relation assumed(JournalEntry head, List<JournalEntry> candidates, Instant now) {
        boolean sure = Past.passive(head) && head.result().took();
        var entry = sure ? head : candidates.getLast();
        if (!sure && !entry.result().took()) {
            return new Relation(Kind.UNKNOWN, entry, false);
        }
        return new Relation(over(entry, now) ? Kind.ENDED : Kind.RUNNING, entry, false);
    }

    private static Relation inPassive(
            JournalEntry head,
            List<JournalEntry> candidates,
            @Nullable Double powerW,
            Instant now) {
        if (powerW == null) {
            return assumed(head, candidates, now);
        }
        for (var entry : candidates) {
            if (agrees(powerW, Past.powerW(entry))) {
                return new Relation(over(entry, now) ? Kind.ENDED : Kind.RUNNING, entry, true);
            }
        }
        var last = candidates.getFirst();
        if (Math.abs(powerW) <= STILL_W) {
            return new Relation(over(last, now) ? Kind.ENDED : Kind.STALLED, last, true);
        }
        return foreign(candidates, now);
    }

    /** Whether a power is the one asked for, or less of it: a battery may taper. */
    static boolean agrees(double powerW, int askedW) {
        if (askedW == 0) {
            return Math.abs(powerW) <= STILL_W;
        }
        double share = powerW / askedW;
        return share > 0.1 && Math.abs(powerW) <= Math.abs(askedW) * 1.15 + STILL_W;
    }

    private static boolean over(JournalEntry entry, Instant now) {
        return !now.isBefore(Past.end(entry));
    }

    /** What is dated in the future was dated by a clock that has been set back since. */
    static Instant passed(Instant at, Instant now) {
        return at.isAfter(now) ? Instant.MIN : at;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
