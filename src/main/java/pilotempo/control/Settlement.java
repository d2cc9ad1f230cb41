package pilotempo.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;
import pilotempo.marstek.Acknowledgement;

/**
 * Decides the commands of a battery that were cut off: by the end of a program, or by a caller that
 * gave up. Only the newest may still have an effect, and only a mode shows it. Runs in the
 * battery's turn.
 */
final class Settlement {
    private static final Duration TO_READ = Duration.ofSeconds(45);
    private static final Duration LONG_AGO = Duration.ofHours(1);
    private static final String CUT_OFF = "was interrupted before it was decided";

    private final ControlParts parts;
    private final String battery;
    private final Mac mac;
    private final Talk talk;
    private final Around around;

    Settlement(ControlParts parts, String battery, Mac mac, Talk talk) {
        this.parts = parts;
        this.battery = battery;
        this.mac = mac;
        this.talk = talk;
        around = new Around(parts, talk, mac);
    }

    /**
     * Decides all of them, and asks the battery where that tells something.
     *
     * @return whether none is left; else the battery did not answer
     */
    boolean byAsking() throws InterruptedException {
        var open = withoutNewest();
        if (open.isEmpty()) {
            return true;
        }
        var entry = open.get();
        var rest = rest(entry);
        var order = new Order(battery, rest, entry.author(), entry.why());
        var timing = new Timing(order, parts.time());
        var deadline = Deadline.in(TO_READ, parts.time().ticker());
        var readBack =
                new ReadBack(
                        rest, talk, around, timing, deadline, parts.time(), parts.zone(), null);
        var effect = readBack.after(sent(entry), new Acknowledgement.Received(Duration.ZERO));
        if (effect.isEmpty()) {
            return false;
        }
        end(entry, effect.get());
        if (effect.get().kind() == Effect.Kind.REVERSED) {
            new Undoing(parts, talk, around).of(order, null, entry.sends());
        }
        return true;
    }

    /**
     * Decides all of them by what the battery shows, as another order follows at once.
     *
     * @param seen null when unknown
     */
    void by(@Nullable Observation seen) {
        withoutNewest()
                .ifPresent(
                        entry -> {
                            if (seen == null) {
                                end(entry, Result.LOST, "another command came after it");
                                return;
                            }
                            var now = parts.time().now().atZone(parts.zone());
                            var effect =
                                    Expectation.of(rest(entry), now.toLocalDateTime())
                                            .seen(seen, around.now());
                            if (effect.kind() == Effect.Kind.REVERSED) {
                                end(entry, Result.LOST, "it " + effect.detail());
                            } else {
                                end(entry, effect);
                            }
                        });
    }

    /** Decides those that nothing can be read of any more; what is left may still run. */
    private Optional<JournalEntry> withoutNewest() {
        var entries = parts.newest(mac);
        var newest =
                entries.stream()
                        .filter(entry -> entry.command() instanceof ModeCommand)
                        .filter(entry -> entry.result() != Result.NOT_SENT)
                        .findFirst();
        var now = parts.time().now();
        for (var entry : pending(entries)) {
            if (!(entry.command() instanceof ModeCommand)) {
                end(entry, Result.LOST, "it can't be read back");
            } else if (newest.filter(entry::equals).isEmpty()) {
                end(entry, Result.LOST, "another command came after it");
            } else if (isOver(entry, now)) {
                end(entry, Result.LOST, "its time is over");
            }
        }
        return newest.filter(entry -> entry.result() == Result.PENDING)
                .filter(entry -> !isOver(entry, now));
    }

    private static List<JournalEntry> pending(List<JournalEntry> entries) {
        return entries.stream().filter(entry -> entry.result() == Result.PENDING).toList();
    }

    private static boolean isOver(JournalEntry entry, Instant now) {
        var until = entry.until();
        return until != null && !now.isBefore(until);
    }

    /** What is left of it now. */
    private ModeCommand rest(JournalEntry entry) {
        var until = entry.until();
        if (!(entry.command() instanceof ModeCommand.Passive(int power, Duration whole))
                || until == null) {
            return (ModeCommand) entry.command();
        }
        long left = Duration.between(parts.time().now(), until).toSeconds();
        return new ModeCommand.Passive(
                power, Duration.ofSeconds(Math.clamp(left, 1, Math.max(1, whole.toSeconds()))));
    }

    private long sent(JournalEntry entry) {
        var ago = Duration.between(entry.at(), parts.time().now());
        var passed = ago.isNegative() || ago.compareTo(LONG_AGO) > 0 ? LONG_AGO : ago;
        return parts.time().ticker().nanos() - passed.toNanos();
    }

    private void end(JournalEntry entry, Effect effect) {
        var how = effect.detail().isEmpty() ? "" : "it " + effect.detail();
        switch (effect.kind()) {
            case REVERSED -> end(entry, Result.REVERSED, how);
            case OTHER_MODE, NO_POWER, UNTOLD -> end(entry, Result.LOST, how);
            case PARTLY -> end(entry, Result.PARTLY, "read back later, " + how);
            case DONE -> {
                if (entry.command() instanceof ModeCommand.Manual
                        || entry.command() instanceof ModeCommand.ClearSlot) {
                    end(entry, Result.LOST, "what the slot holds can't be read back");
                } else {
                    end(
                            entry,
                            Result.VERIFIED,
                            "read back later" + (how.isEmpty() ? "" : ", " + how));
                }
            }
        }
    }

    private void end(JournalEntry entry, Result result, String how) {
        parts.history().journal().note(entry.ended(result, CUT_OFF + ": " + how));
    }
}
