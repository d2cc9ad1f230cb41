package pilotempo.sync;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;

/**
 * Keeps the {@link SyncState}. Changed by whoever makes a pass, one at a time, and by whoever looks
 * after the server; read by anybody.
 */
final class Progress {
    private static final int WORTH_A_RATE = 2_000;

    private final Outbox outbox;
    private final Time time;
    private final Signal changed = new Signal();
    private final Map<OutboxStream, Long> marks = new EnumMap<>(OutboxStream.class);
    private volatile SyncState state = connectingTo(SyncState.NONE);
    private long sentInAll;
    private long began;
    private long sentSince;
    private double rate;

    Progress(Outbox outbox, Time time) {
        this.outbox = outbox;
        this.time = time;
    }

    SyncState state() {
        return state;
    }

    Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }

    /** Rows that the server committed since the start. */
    long sentInAll() {
        return sentInAll;
    }

    void place(ServerAddress address) {
        change(
                now ->
                        with(
                                now,
                                now.server(),
                                now.version(),
                                address.place(),
                                address.encryption(),
                                now.jobsProblem()));
    }

    /** What waits by what the server said last time. */
    void remembered() throws InterruptedException {
        for (var stream : OutboxStream.values()) {
            marks.put(stream, outbox.lastAcknowledged(stream));
        }
        count(state.phase(), state.problem(), state.lastSuccess());
    }

    void connecting() {
        change(Progress::connectingTo);
    }

    void reached(ServerInfo info) {
        change(
                now ->
                        with(
                                with(
                                        now,
                                        SyncState.Phase.CATCHING_UP,
                                        now.problem(),
                                        now.nextTry()),
                                Optional.of(info.kind()),
                                info.version(),
                                now.place(),
                                now.encryption(),
                                Optional.empty()));
    }

    /** Called by whoever looks after the server. */
    void jobs(Optional<JobsProblem> problem) {
        if (!state.jobsProblem().equals(problem)) {
            change(
                    now ->
                            with(
                                    now,
                                    now.server(),
                                    now.version(),
                                    now.place(),
                                    now.encryption(),
                                    problem));
        }
    }

    Pass.Listener listener() {
        began = time.ticker().nanos();
        sentSince = 0;
        rate = 0;
        return new Pass.Listener() {
            @Override
            public void marks(Map<OutboxStream, Long> told) throws InterruptedException {
                marks.putAll(told);
                count(SyncState.Phase.CATCHING_UP, Optional.empty(), state.lastSuccess());
            }

            @Override
            public void delivered(OutboxStream stream, long mark, int rows)
                    throws InterruptedException {
                marks.put(stream, mark);
                sentInAll += rows;
                sentSince += rows;
                double seconds = (time.ticker().nanos() - began) / 1e9;
                rate = sentSince < WORTH_A_RATE || seconds <= 0 ? 0 : sentSince / seconds;
                count(SyncState.Phase.CATCHING_UP, Optional.empty(), Optional.of(time.now()));
            }
        };
    }

    void upToDate() throws InterruptedException {
        rate = 0;
        count(SyncState.Phase.UP_TO_DATE, Optional.empty(), Optional.of(time.now()));
    }

    /** When it is tried again. */
    void nextTry(Instant at) {
        change(now -> with(now, now.phase(), now.problem(), Optional.of(at)));
    }

    void failed(ServerProblem problem) {
        rate = 0;
        try {
            count(SyncState.Phase.WAITING, Optional.of(problem.told()), state.lastSuccess());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreadable) {
            change(now -> problem(now, problem));
        }
    }

    private void count(
            SyncState.Phase phase, Optional<SyncProblem> problem, Optional<Instant> lastSuccess)
            throws InterruptedException {
        long rows = 0;
        @Nullable Instant oldest = null;
        for (var stream : OutboxStream.values()) {
            var backlog = outbox.backlog(stream, marks.getOrDefault(stream, 0L));
            rows += backlog.rows();
            if (stream == OutboxStream.READINGS) {
                oldest = backlog.oldest().orElse(null);
            }
        }
        long waiting = rows;
        var first = Optional.ofNullable(oldest);
        long rejected = outbox.rejectedCount();
        change(now -> counted(now, phase, problem, lastSuccess, waiting, first, rejected));
    }

    private SyncState counted(
            SyncState now,
            SyncState.Phase phase,
            Optional<SyncProblem> problem,
            Optional<Instant> lastSuccess,
            long rows,
            Optional<Instant> oldest,
            long rejected) {
        // A few rows in passing are no catching up: it would flicker.
        boolean trickle =
                phase == SyncState.Phase.CATCHING_UP
                        && now.phase() == SyncState.Phase.UP_TO_DATE
                        && rows + sentSince < WORTH_A_RATE;
        return new SyncState(
                trickle ? SyncState.Phase.UP_TO_DATE : phase,
                now.server(),
                now.version(),
                now.place(),
                now.encryption(),
                rows,
                oldest,
                rate,
                lastSuccess,
                problem,
                Optional.empty(),
                rejected,
                now.jobsProblem());
    }

    private void change(UnaryOperator<SyncState> how) {
        synchronized (this) {
            state = how.apply(state);
        }
        changed.send();
    }

    private static SyncState with(
            SyncState now,
            Optional<ServerKind> server,
            String version,
            String place,
            SyncState.Encryption encryption,
            Optional<JobsProblem> jobsProblem) {
        return new SyncState(
                now.phase(),
                server,
                version,
                place,
                encryption,
                now.pendingRows(),
                now.oldestPending(),
                now.rowsPerSecond(),
                now.lastSuccess(),
                now.problem(),
                now.nextTry(),
                now.rejectedRows(),
                jobsProblem);
    }

    private static SyncState connectingTo(SyncState now) {
        return with(now, SyncState.Phase.CONNECTING, now.problem(), now.nextTry());
    }

    private static SyncState problem(SyncState now, ServerProblem problem) {
        return with(now, SyncState.Phase.WAITING, Optional.of(problem.told()), Optional.empty());
    }

    private static SyncState with(
            SyncState now,
            SyncState.Phase phase,
            Optional<SyncProblem> problem,
            Optional<Instant> nextTry) {
        return new SyncState(
                phase,
                now.server(),
                now.version(),
                now.place(),
                now.encryption(),
                now.pendingRows(),
                now.oldestPending(),
                now.rowsPerSecond(),
                now.lastSuccess(),
                problem,
                nextTry,
                now.rejectedRows(),
                now.jobsProblem());
    }
}
