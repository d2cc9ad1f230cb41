package pilotempo.tempo.source;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.source.ColourProblem.Kind;

/** A source that does what the test says. */
final class ScriptedSource implements TempoSource {
    /** The answer to one question. */
    @FunctionalInterface
    interface Script {
        List<ToldColour> answer(LocalDate from, LocalDate last)
                throws TempoUnavailable, InterruptedException;
    }

    /** One question. */
    record Question(LocalDate from, LocalDate last) {}

    final List<Question> questions = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Question> heard = new LinkedBlockingQueue<>();
    private final String name;
    private volatile Script script;
    volatile @Nullable Thread asker;

    ScriptedSource(String name, Script script) {
        this.name = name;
        this.script = script;
    }

    static Script failing(Kind kind) {
        return (_, _) -> {
            throw new TempoUnavailable(kind, "It is " + kind + ".");
        };
    }

    void answers(Script next) {
        script = next;
    }

    /** Waits, bounded, for the next question. */
    Question awaitQuestion() throws InterruptedException {
        var question = heard.poll(10, TimeUnit.SECONDS);
        if (question == null) {
            throw new AssertionError(name + " was not asked");
        }
        return question;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ToldColour> colours(LocalDate from, LocalDate last)
            throws TempoUnavailable, InterruptedException {
        asker = Thread.currentThread();
        var question = new Question(from, last);
        questions.add(question);
        heard.add(question);
        return script.answer(from, last);
    }
}
