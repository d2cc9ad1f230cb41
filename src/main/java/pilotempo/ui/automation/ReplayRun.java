package pilotempo.ui.automation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.engine.Refused;
import pilotempo.engine.Steering.Progress;
import pilotempo.planning.BacktestReport;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/** One replay at a time, off the FX thread, its progress told with at most one task queued. */
final class ReplayRun {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);

    private final UiContext context;
    private final String fault;
    private BackgroundWork.@Nullable Job job;

    /**
     * @param fault the sentence for a fault of Pilotempo
     */
    ReplayRun(UiContext context, String fault) {
        this.context = context;
        this.fault = fault;
    }

    private record Answer(@Nullable BacktestReport report, String refusal) {}

    /**
     * Starts one in place of the one under way. All consumers are called on the FX thread.
     *
     * @param progress share done, 0 to 1
     * @param refused told the sentence when nothing can be said
     */
    void start(
            String strategy,
            TempoSeason season,
            DoubleConsumer progress,
            Consumer<BacktestReport> done,
            Consumer<String> refused) {
        cancel();
        var steering = context.engine().steering();
        var told = new Told(progress);
        job =
                context.work()
                        .start(
                                () -> {
                                    try {
                                        var report =
                                                steering.backtest(strategy, season, told::tell);
                                        return new Answer(report, "");
                                    } catch (Refused no) {
                                        return new Answer(
                                                null, new Words(context.formats()).refusal(no));
                                    }
                                },
                                answer -> {
                                    job = null;
                                    var report = answer.report();
                                    if (report == null) {
                                        refused.accept(answer.refusal());
                                    } else {
                                        done.accept(report);
                                    }
                                },
                                bug -> {
                                    job = null;
                                    LOG.error("A replay failed", bug);
                                    refused.accept(fault);
                                });
    }

    boolean isRunning() {
        return job != null;
    }

    void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Carries the newest progress to the FX thread. */
    private final class Told {
        private final DoubleConsumer progress;
        private final AtomicBoolean queued = new AtomicBoolean();
        private volatile Progress newest = new Progress(0, 1);

        Told(DoubleConsumer progress) {
            this.progress = progress;
        }

        void tell(Progress now) {
            newest = now;
            if (queued.compareAndSet(false, true)) {
                context.fx().execute(this::show);
            }
        }

        private void show() {
            queued.set(false);
            var now = newest;
            if (job != null) {
                progress.accept((double) now.done() / Math.max(1, now.all()));
            }
        }
    }
}
