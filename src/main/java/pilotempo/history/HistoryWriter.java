package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Time;

/**
 * The one thread that writes. Commits are at least an interval apart, and nothing waits longer than
 * an interval. When the disk refuses, readings wait in the inbox and it is tried again until it
 * takes them.
 */
final class HistoryWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
    private static final Duration IDLE = Duration.ofHours(1);

    /** At the close: the first may still meet what an earlier refusal left broken. */
    private static final int LAST_TRIES = 3;

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final HistoryFile file;
    private final Inbox inbox;
    private final ZoneId zone;
    private final Time time;
    private final long interval;
    private @Nullable Connection connection;
    private @Nullable BatchStore store;
    private long lastWrite;
    private volatile Map<Mac, BatteryTable.Numbered> batteries = Map.of();
    private final Signal more = new Signal();
    private final UUID run = UUID.randomUUID();
    private volatile Optional<UUID> opening = Optional.empty();
    private volatile Map<OutboxStream, Long> durable = Map.of();
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant lastCommit;

    /** Takes an open connection over and closes it at its end. */
    HistoryWriter(
            HistoryFile file,
            Connection opened,
            Inbox inbox,
            ZoneId zone,
            Duration interval,
            Time time)
            throws SQLException {
        this.file = file;
        this.inbox = inbox;
        this.zone = zone;
        this.time = time;
        this.interval = interval.toNanos() / 10 * 9; // the rest is for the writing itself
        connection = opened;
        publish(store());
        lastWrite = time.ticker().nanos() - this.interval;
    }

    Map<Mac, BatteryTable.Numbered> batteries() {
        return batteries;
    }

    /** The highest number of an outbox stream that survives a power cut. */
    long durable(OutboxStream stream) {
        return durable.getOrDefault(stream, 0L);
    }

    /** The newest run whose changes survive a power cut. */
    Optional<UUID> opening() {
        return opening;
    }

    /** Sent when there may be more for the outbox. */
    Signal more() {
        return more;
    }

    HistoryHealth health() {
        var refused = trouble;
        return new HistoryHealth(refused == null, refused, lastCommit, inbox.waiting());
    }

    @Override
    public void run() {
        try {
            int refused = 0;
            while (!(inbox.closing() && inbox.isEmpty()) && refused < LAST_TRIES) {
                awaitWork();
                awaitDue();
                boolean last = inbox.closing();
                if (!write() && last) {
                    refused++;
                }
                runErrand();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void awaitWork() throws InterruptedException {
        while (inbox.isEmpty() && !inbox.closing()) {
            time.pause().take(inbox.signal(), IDLE);
        }
    }

    /** Half an interval lets a round's readings come together. */
    private void awaitDue() throws InterruptedException {
        long now = time.ticker().nanos();
        long due = Math.max(now + interval / 2, lastWrite + interval);
        while (!inbox.urgent() && now < due) {
            time.pause().take(inbox.signal(), Duration.ofNanos(due - now));
            now = time.ticker().nanos();
        }
    }

    /** One at a time, so that no reading waits for more than one. */
    private void runErrand() {
        var errand = inbox.takeErrand();
        if (errand == null) {
            return;
        }
        try {
            file.requireStillThere();
            var writing = store();
            errand.run(writing);
            publish(writing);
            errand.done();
        } catch (SQLException | RuntimeException failed) {
            LOG.debug("The writer's errand failed", failed);
            drop();
            errand.refuse(file.refused(failed));
        }
    }

    private boolean write() throws InterruptedException {
        var load = inbox.take();
        if (load.isEmpty()) {
            return true;
        }
        lastWrite = time.ticker().nanos();
        try {
            file.requireStillThere();
            var writing = store();
            try {
                writing.write(load);
            } catch (SQLException refused) {
                if (!isAboutData(refused)) {
                    throw refused;
                }
                drop();
                writing = writeOneByOne(load);
            }
            publish(writing);
            if (writing.isBehind()) {
                inbox.catchUp();
            }
            if (!load.readings().isEmpty()) {
                lastCommit = time.now();
            }
            inbox.done();
            load.flushes().forEach(flush -> flush.complete(null));
            return true;
        } catch (SQLException | RuntimeException refused) {
            inbox.giveBack(load);
            suffer(refused, load.flushes());
            return false;
        }
    }

    /** A value that the tables refuse must not hold up all the others. */
    private BatchStore writeOneByOne(Inbox.Load load) throws SQLException {
        var writing = store();
        writing.write(load.withReadings(List.of()));
        for (Reading reading : load.readings()) {
            try {
                writing.write(Inbox.Load.of(reading));
            } catch (SQLException refused) {
                if (!isAboutData(refused)) {
                    throw refused;
                }
                LOG.error(
                        "A reading of {} can't be stored: {}", reading.battery(), reading, refused);
                drop();
                writing = store();
            }
        }
        return writing;
    }

    private void publish(BatchStore written) {
        batteries = written.batteries();
        // Before the numbers: what is sent under an opening was given in it, or earlier.
        opening = written.opening();
        durable = written.durable();
        more.send();
        if (trouble != null) {
            trouble = null;
            LOG.info("Readings reach the disk again");
        }
    }

    private void suffer(Exception refused, List<CompletableFuture<Void>> flushes)
            throws InterruptedException {
        var unavailable = file.refused(refused);
        if (trouble == null) {
            LOG.error("Readings wait in memory: {}", unavailable.getMessage());
            LOG.debug("The disk refuses readings", refused);
        }
        trouble = unavailable.getMessage();
        flushes.forEach(flush -> flush.completeExceptionally(unavailable));
        inbox.takeFlushes().forEach(flush -> flush.completeExceptionally(unavailable));
        drop();
        long lost = inbox.takeDropped();
        if (lost > 0) {
            LOG.error("{} readings are lost: too many wait", lost);
        }
        awaitRetry();
    }

    /** A little patience; whoever flushes or closes has it tried at once. */
    private void awaitRetry() throws InterruptedException {
        long now = time.ticker().nanos();
        long due = now + Math.min(interval, LONGEST_RETRY.toNanos());
        while (now < due && !inbox.closing() && !inbox.flushing()) {
            time.pause().take(inbox.signal(), Duration.ofNanos(due - now));
            now = time.ticker().nanos();
        }
    }

    private BatchStore store() throws SQLException {
        if (store == null) {
            if (connection == null) {
                connection = file.connect();
            }
            store = new BatchStore(connection, zone, time.clock(), run);
        }
        return store;
    }

    /** Forgets what may not be true any more; a database that broke is opened again. */
    private void drop() {
        store = null;
        var old = connection;
        connection = null;
        if (old != null) {
            try {
                old.rollback();
                old.close();
            } catch (SQLException | RuntimeException broken) {
                LOG.debug("The connection was broken", broken);
            }
        }
    }

    private void end() {
        int lost = inbox.waiting();
        if (lost > 0) {
            LOG.error("{} readings could not be written", lost);
        }
        int notes = inbox.notesWaiting();
        if (notes > 0) {
            LOG.error("{} commands, facts or alerts could not be written", notes);
        }
        inbox.takeFlushes()
                .forEach(
                        flush ->
                                flush.completeExceptionally(
                                        new HistoryUnavailable("The history is closed.")));
        drop();
    }

    private static boolean isAboutData(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
