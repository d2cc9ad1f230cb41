package pilotempo.ui.history;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.UiContext;

/** One question at a time, off the FX thread; the next one ends the one before. FX thread. */
final class HistoryLoad {
    private final UiContext context;
    private final BusySign busy;
    private BackgroundWork.@Nullable Job job;

    HistoryLoad(UiContext context, BusySign busy) {
        this.context = context;
        this.busy = busy;
    }

    boolean running() {
        return job != null;
    }

    /** Exactly one of the two is called, unless it is ended before. */
    void ask(HistoryQuestion question, Consumer<HistoryState> loaded, Runnable failed) {
        cancel();
        busy.begin();
        var engine = context.engine();
        job =
                context.work()
                        .start(
                                () -> HistoryState.of(question, question.ask(engine), context),
                                state -> {
                                    end();
                                    loaded.accept(state);
                                },
                                _ -> {
                                    end();
                                    failed.run();
                                });
    }

    /** Ends what runs; its sign goes. */
    void end() {
        cancel();
        busy.end();
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Ends what runs, and its sign. */
    void leave() {
        end();
        busy.hide();
    }
}
