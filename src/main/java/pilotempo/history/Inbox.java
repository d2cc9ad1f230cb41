package pilotempo.history;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Reading;
import pilotempo.tempo.DayColour;

/**
 * What was accepted and is not durable yet. Bounded: while the disk can't be written, the newest
 * readings are kept. Thread-safe; nobody who brings something waits.
 */
final class Inbox {
    /** Over a day of ten batteries at 10 s, some 60 MB. */
    static final int MOST = 100_000;

    /** More events than any fleet makes in a day. */
    private static final int MOST_EVENTS = 1_000;

    /** What is written in one go. */
    static final int BATCH = 10_000;

    /** One batch. */
    record Load(
            List<Reading> readings,
            Map<Mac, KnownBattery> batteries,
            List<DayColour> colours,
            List<HistoryEvent> events,
            Notes notes,
            List<CompletableFuture<Void>> flushes) {
        /** Whether there is nothing in it. */
        boolean isEmpty() {
            return readings.isEmpty()
                    && batteries.isEmpty()
                    && colours.isEmpty()
                    && events.isEmpty()
                    && notes.isEmpty()
                    && flushes.isEmpty();
        }

        /** The same, but with these readings only. */
        Load withReadings(List<Reading> others) {
            return new Load(others, batteries, colours, events, notes, flushes);
        }

        /** One reading and nothing else. */
        static Load of(Reading reading) {
            return new Load(
                    List.of(reading), Map.of(), List.of(), List.of(), new Notes(), List.of());
        }
    }

    private final BlockingQueue<Boolean> signal = new ArrayBlockingQueue<>(1);
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final Map<Mac, KnownBattery> batteries = new LinkedHashMap<>();
    private final Map<LocalDate, DayColour> colours = new LinkedHashMap<>();
    private final Deque<HistoryEvent> events = new ArrayDeque<>();
    private final Notes notes = new Notes();
    private final List<CompletableFuture<Void>> flushes = new ArrayList<>();
    private final Deque<Errand<?>> errands = new ArrayDeque<>();
    private int inFlight;
    private long dropped;
    private boolean closing;
    private boolean catchingUp;

    /** Hears of each change. */
    BlockingQueue<Boolean> signal() {
        return signal;
    }

    /** Accepts a reading; false after {@link #close}. */
    synchronized boolean add(Reading reading) {
        if (closing) {
            return false;
        }
        readings.addLast(reading);
        bound();
        boolean news = readings.size() == 1 || readings.size() == BATCH;
        if (news) {
            signal.offer(true);
        }
        return true;
    }

    synchronized void remember(KnownBattery battery) {
        batteries.put(battery.mac(), battery);
        signal.offer(true);
    }

    synchronized void colours(List<DayColour> days) {
        if (closing) {
            throw new IllegalStateException("The history is closed");
        }
        days.forEach(day -> colours.put(day.date(), day));
        signal.offer(true);
    }

    synchronized void event(HistoryEvent event) {
        events.addLast(event);
        while (events.size() > MOST_EVENTS) {
            events.removeFirst();
        }
        signal.offer(true);
    }

    /** Accepts what the journal, the facts or the alerts were told. */
    synchronized void note(Consumer<Notes> note) {
        note.accept(notes);
        signal.offer(true);
    }

    /** What was told so and is not durable. */
    synchronized int notesWaiting() {
        return notes.size();
    }

    /** Completed when everything accepted so far is durable; failed when it can't be now. */
    synchronized CompletableFuture<Void> flush() {
        var flush = new CompletableFuture<Void>();
        if (closing) {
            flush.completeExceptionally(new IllegalStateException("The history is closed"));
        } else {
            flushes.add(flush);
            signal.offer(true);
        }
        return flush;
    }

    /** Has the writer do something between two loads; refused after {@link #close}. */
    synchronized void add(Errand<?> errand) {
        if (closing) {
            errand.refuse(new HistoryUnavailable("The history is closed."));
        } else {
            errands.addLast(errand);
            signal.offer(true);
        }
    }

    /** Has the writer bring roll-ups and ledger up to the readings, step by step. */
    synchronized void catchUp() {
        if (!catchingUp) {
            catchingUp = true;
            nextStep();
        }
    }

    private void nextStep() {
        var step = new Errand<>(BatchStore::catchUp);
        var _ =
                step.result()
                        .whenComplete(
                                (more, refused) -> {
                                    if (refused == null && more) {
                                        nextStep();
                                    } else {
                                        caughtUp();
                                    }
                                });
        add(step);
    }

    private synchronized void caughtUp() {
        catchingUp = false;
    }

    /** The next errand; null when there is none. */
    synchronized @Nullable Errand<?> takeErrand() {
        return errands.pollFirst();
    }

    /** Nothing more is accepted; what is there is to be written. */
    synchronized void close() {
        closing = true;
        errands.forEach(errand -> errand.refuse(new HistoryUnavailable("The history is closed.")));
        errands.clear();
        signal.offer(true);
    }

    synchronized boolean closing() {
        return closing;
    }

    synchronized boolean isEmpty() {
        return readings.isEmpty()
                && batteries.isEmpty()
                && colours.isEmpty()
                && events.isEmpty()
                && notes.isEmpty()
                && flushes.isEmpty()
                && errands.isEmpty();
    }

    /** Whether somebody waits, or a whole batch is there. */
    synchronized boolean urgent() {
        return closing || !flushes.isEmpty() || !errands.isEmpty() || readings.size() >= BATCH;
    }

    /** Whether somebody waits. */
    synchronized boolean flushing() {
        return !flushes.isEmpty();
    }

    /** Readings accepted and not durable. */
    synchronized int waiting() {
        return readings.size() + inFlight;
    }

    /** Takes the next batch; those who wait are in it once nothing else is left. */
    synchronized Load take() {
        var batch = new ArrayList<Reading>();
        while (batch.size() < BATCH && !readings.isEmpty()) {
            batch.add(readings.removeFirst());
        }
        inFlight = batch.size();
        var load =
                new Load(
                        batch,
                        new LinkedHashMap<>(batteries),
                        List.copyOf(colours.values()),
                        List.copyOf(events),
                        notes.take(),
                        readings.isEmpty() ? takeFlushes() : List.of());
        batteries.clear();
        colours.clear();
        events.clear();
        return load;
    }

    synchronized void done() {
        inFlight = 0;
    }

    /** Gives a batch back that could not be written; newer knowledge of a battery wins. */
    synchronized void giveBack(Load load) {
        inFlight = 0;
        load.readings().reversed().forEach(readings::addFirst);
        load.batteries().forEach(batteries::putIfAbsent);
        load.colours().forEach(day -> colours.putIfAbsent(day.date(), day));
        load.events().reversed().forEach(events::addFirst);
        notes.giveBack(load.notes());
        bound();
    }

    /** Those who wait for a flush that can't be made now. */
    synchronized List<CompletableFuture<Void>> takeFlushes() {
        var waiting = List.copyOf(flushes);
        flushes.clear();
        return waiting;
    }

    /** Readings lost because too many waited, since the last call. */
    synchronized long takeDropped() {
        long lost = dropped;
        dropped = 0;
        return lost;
    }

    private void bound() {
        while (readings.size() > MOST) {
            readings.removeFirst();
            dropped++;
        }
    }
}
