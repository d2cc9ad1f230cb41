package pilotempo.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.Acknowledgement;

/**
 * Sends a command and reads back what came of it, again with growing pauses while it shows no
 * effect and there is time. What the device did not do is known before it is told again.
 */
final class Attempts {
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(8));

    /** An answer to a write is worth little where the effect can be read. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    private static final Duration LONGEST_ONLY_ANSWER = Duration.ofSeconds(10);
    private static final Duration LAST_READING = Duration.ofSeconds(2);
    static final int MOST_SENDS = 5;

    private final Talk talk;
    private final Timing timing;
    private final JournalLine journal;
    private final ReadBack readBack;
    private final Deadline deadline;
    private final Time time;
    private final Consumer<Stage> stages;
    private final int most;

    private final List<Acknowledgement> answers = new ArrayList<>();
    private @Nullable Effect shown;

    /**
     * @param most sends
     */
    Attempts(
            Talk talk,
            Timing timing,
            JournalLine journal,
            ReadBack readBack,
            Deadline deadline,
            Time time,
            Consumer<Stage> stages,
            int most) {
        this.talk = talk;
        this.timing = timing;
        this.journal = journal;
        this.readBack = readBack;
        this.deadline = deadline;
        this.time = time;
        this.stages = stages;
        this.most = most;
    }

    /** Until it is decided; one that is cut off says how far it came. */
    Ending runOrNote() throws InterruptedException {
        try {
            return run();
        } catch (InterruptedException hurried) {
            if (journal.sends() == 0) {
                journal.end(JournalEntry.Result.NOT_SENT, "interrupted before it was sent");
            } else {
                journal.soFar(
                        (received() ? "says that it received it, " : "")
                                + "interrupted before it was decided");
            }
            throw hurried;
        }
    }

    private Ending run() throws InterruptedException {
        for (int attempt = 1; attempt <= most && hasRoomFor(attempt); attempt++) {
            if (attempt > 1) {
                stages.accept(new Stage(Stage.Step.RETRYING, attempt - 1));
                time.pause().forAtLeast(PAUSES.get(attempt - 2));
            }
            if (timing.over()) {
                break;
            }
            var ending = attempt(attempt);
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        return failed();
    }

    /** What can't be read back any more is not sent again. */
    private boolean hasRoomFor(int attempt) {
        if (attempt == 1) {
            return true;
        }
        var pause = Deadline.longer(PAUSES.get(attempt - 2), talk.gap());
        return deadline.allows(pause.plus(readBack.settling()).plus(LAST_READING));
    }

    private Optional<Ending> attempt(int attempt) throws InterruptedException {
        stages.accept(new Stage(Stage.Step.SENDING, attempt));
        journal.sending();
        long sent = time.ticker().nanos();
        var longest = readBack.needsAnswer() ? LONGEST_ONLY_ANSWER : LONGEST_ANSWER;
        var answer = talk.order(timing::command, longest, deadline);
        answers.add(answer);
        if (answer instanceof Acknowledgement.NotSent(var why)) {
            journal.notSent();
            return journal.sends() == 0
                    ? Optional.of(new Ending(Outcome.Verdict.NOT_SENT, why))
                    : Optional.empty();
        }
        if (!readBack.possible()) {
            return answer instanceof Acknowledgement.Received
                    ? Optional.of(
                            new Ending(Outcome.Verdict.ACKNOWLEDGED, "says that it received it"))
                    : Optional.empty();
        }
        stages.accept(new Stage(Stage.Step.CHECKING, attempt));
        var seen = readBack.after(sent, answer);
        if (seen.isEmpty()) {
            return overMeanwhile();
        }
        shown = seen.get();
        return decided(seen.get());
    }

    private Optional<Ending> decided(Effect effect) {
        return switch (effect.kind()) {
            case DONE, PARTLY -> proven(effect);
            case REVERSED -> Optional.of(new Ending(Outcome.Verdict.REVERSED, effect.detail()));
            case UNTOLD ->
                    received()
                            ? Optional.of(
                                    new Ending(
                                            Outcome.Verdict.UNPROVEN,
                                            "says that it received it, and " + effect.detail()))
                            : Optional.empty();
            case OTHER_MODE, NO_POWER -> overMeanwhile();
        };
    }

    /** What was so before proves nothing but with the device's word. */
    private Optional<Ending> proven(Effect effect) {
        if (readBack.needsAnswer() && !received()) {
            return Optional.empty();
        }
        if (effect.kind() == Effect.Kind.PARTLY) {
            return Optional.of(new Ending(Outcome.Verdict.PARTLY, effect.detail()));
        }
        var verdict = readBack.needsAnswer() ? readBack.withAnswerOnly() : Outcome.Verdict.VERIFIED;
        return Optional.of(new Ending(verdict, effect.detail()));
    }

    /** A Passive so short that it ended before it could be read back. */
    private Optional<Ending> overMeanwhile() {
        return received() && timing.left().isNegative()
                ? Optional.of(
                        new Ending(
                                Outcome.Verdict.UNPROVEN,
                                "says that it received it; it was over before it could be read"
                                        + " back"))
                : Optional.empty();
    }

    private Ending failed() {
        var effect = shown;
        if (journal.sends() == 0) {
            return new Ending(Outcome.Verdict.NOT_SENT, "was not free before its time was over");
        }
        if (effect == null) {
            return received()
                    ? new Ending(
                            Outcome.Verdict.LOST,
                            "says that it received it, then fell silent: what it does is not"
                                    + " known")
                    : refused()
                            .map(why -> new Ending(Outcome.Verdict.REFUSED, "says: " + why))
                            .orElse(new Ending(Outcome.Verdict.LOST, "does not answer"));
        }
        var words = effect.detail();
        if (effect.done()) {
            return refused()
                    .map(why -> new Ending(Outcome.Verdict.REFUSED, "says: " + why))
                    .orElse(new Ending(Outcome.Verdict.LOST, "never said that it received it"));
        }
        if (received()) {
            return new Ending(Outcome.Verdict.IGNORED, words);
        }
        return refused()
                .map(why -> new Ending(Outcome.Verdict.REFUSED, words + " and says: " + why))
                .orElse(new Ending(Outcome.Verdict.LOST, words + " and did not answer"));
    }

    private boolean received() {
        return answers.stream().anyMatch(Acknowledgement.Received.class::isInstance);
    }

    private Optional<String> refused() {
        return answers.stream()
                .filter(Acknowledgement.Refused.class::isInstance)
                .map(answer -> ((Acknowledgement.Refused) answer).why())
                .reduce((_, last) -> last);
    }
}
