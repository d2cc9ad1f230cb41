package pilotempo.sync;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.history.Outgoing;
import pilotempo.lifecycle.Time;

/** One pass over all streams: sends until nothing waits. */
final class Pass {
    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);
    private static final int BATCH = 10_000;

    private final Server server;
    private final ServerInfo info;
    private final Outbox outbox;
    private final Executor reader;
    private final Time time;
    private final Listener listener;

    /** Hears how it goes. */
    interface Listener {
        /** The server's own marks, before anything is sent. */
        void marks(Map<OutboxStream, Long> marks) throws InterruptedException;

        /** The server has committed these. */
        void delivered(OutboxStream stream, long mark, int rows) throws InterruptedException;
    }

    Pass(
            Server server,
            ServerInfo info,
            Outbox outbox,
            Executor reader,
            Time time,
            Listener listener) {
        this.server = server;
        this.info = info;
        this.outbox = outbox;
        this.reader = reader;
        this.time = time;
        this.listener = listener;
    }

    void run() throws SQLException, InterruptedException {
        server.with(
                connection -> {
                    var told = new ServerMarks(outbox.identity()).read(connection);
                    if (!areOfThisFile(told)) {
                        outbox.renew();
                        told = new ServerMarks(outbox.identity()).read(connection);
                    }
                    var known = new EnumMap<OutboxStream, Long>(OutboxStream.class);
                    told.forEach((stream, mark) -> known.put(stream, mark.seq()));
                    listener.marks(known);
                    var source = outbox.identity();
                    var courier =
                            new Courier(
                                    connection,
                                    outbox,
                                    new ServerMarks(source),
                                    new LateReadings(info, source, time::now),
                                    time::now);
                    for (var stream : OutboxStream.values()) {
                        send(courier, stream, known.getOrDefault(stream, 0L));
                    }
                    return true;
                });
    }

    /**
     * Marks of another file say nothing: an older copy was put back by hand, and its numbers were
     * given to other rows since. Everything is sent again, under a new name.
     */
    private boolean areOfThisFile(Map<OutboxStream, ServerMarks.Mark> marks)
            throws InterruptedException {
        for (var mark : marks.entrySet()) {
            var told = mark.getValue();
            if (!outbox.knows(mark.getKey(), told.seq(), told.opening())) {
                LOG.warn(
                        "The server has {} up to {} of another state of this database: an older"
                                + " copy was put in its place, and everything is sent again",
                        mark.getKey().word(),
                        told.seq());
                return false;
            }
        }
        return true;
    }

    /** While one batch is on its way the next is read. */
    private void send(Courier courier, OutboxStream stream, long mark)
            throws SQLException, InterruptedException {
        long at = mark;
        var rows = outbox.after(stream, at, BATCH);
        while (!rows.isEmpty()) {
            at = rows.getLast().seq();
            var next = rows.size() < BATCH ? null : ahead(stream, at);
            courier.deliver(stream, rows);
            outbox.acknowledged(info.identity(), stream, at);
            listener.delivered(stream, at, rows.size());
            rows = next == null ? outbox.after(stream, at, BATCH) : result(next);
        }
    }

    private CompletableFuture<List<Outgoing>> ahead(OutboxStream stream, long mark) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return outbox.after(stream, mark, BATCH);
                    } catch (InterruptedException closing) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(closing);
                    }
                },
                reader);
    }

    private static List<Outgoing> result(CompletableFuture<List<Outgoing>> ahead)
            throws InterruptedException {
        try {
            return ahead.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new InterruptedException("closing");
        }
    }
}
