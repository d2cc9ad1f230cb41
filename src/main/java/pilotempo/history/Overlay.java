package pilotempo.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest states of what was kept last, over what the file has: seen at once, and all that is
 * seen while the file can't be read. It holds as many as may wait for the disk. Thread-safe.
 */
final class Overlay<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Overlay.class);

    /** Of those of the file, to begin with: what is asked for while the file can't be read. */
    static final int FIRST = 200;

    private record Held<T>(long place, T state) {}

    private final Reads reads;
    private final Function<T, UUID> id;
    private final Function<T, Instant> at;
    private final LinkedHashMap<UUID, Held<T>> newest = new LinkedHashMap<>();
    private long places;
    private boolean unread;

    Overlay(Reads reads, Function<T, UUID> id, Function<T, Instant> at) {
        this.reads = reads;
        this.id = id;
        this.at = at;
    }

    /** Holds a state; the one held longest without a change goes. */
    synchronized void hold(T state) {
        var before = newest.remove(id.apply(state));
        newest.put(id.apply(state), new Held<>(before == null ? places++ : before.place(), state));
        if (newest.size() > Notes.MOST) {
            newest.pollFirstEntry();
        }
    }

    /**
     * What is asked for, of the file and of what it does not have yet, oldest first.
     *
     * @param query gives those of the file, in any order in which the same instant has an order
     */
    List<T> over(Reads.Query<List<T>> query, Predicate<T> asked) {
        return unsorted(query, asked).stream().sorted(Comparator.comparing(at)).toList();
    }

    private List<T> unsorted(Reads.Query<List<T>> query, Predicate<T> asked) {
        try {
            var stored = reads.steadily(query);
            return over(stored, asked, false);
        } catch (HistoryUnavailable refused) {
            LOG.debug("The file can't be read", refused);
            return over(List.of(), asked, true);
        }
    }

    /** The last that were kept of those, newest first, in the order of the query reversed. */
    List<T> newest(Reads.Query<List<T>> query, Predicate<T> asked, int most) {
        Reads.Query<List<T>> rising = connection -> query.ask(connection).reversed();
        var all = unsorted(rising, asked);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()).reversed());
    }

    private synchronized List<T> over(List<T> stored, Predicate<T> asked, boolean refused) {
        if (refused && !unread) {
            LOG.warn("The database can't be read: what is in memory answers, as far as it goes");
        }
        unread = refused;
        var all = new ArrayList<T>(stored.size());
        var kept = new HashSet<UUID>();
        var waiting = new ArrayDeque<>(heldInPlace());
        for (var one : stored) {
            kept.add(id.apply(one));
        }
        waiting.removeIf(one -> kept.contains(id.apply(one.state())));
        for (var one : stored) {
            var held = newest.get(id.apply(one));
            while (held != null && !waiting.isEmpty() && waiting.element().place() < held.place()) {
                all.add(waiting.remove().state());
            }
            all.add(held == null ? one : held.state());
        }
        waiting.forEach(one -> all.add(one.state()));
        return all.stream().filter(asked).toList();
    }

    /** In the order in which they were kept first. */
    private List<Held<T>> heldInPlace() {
        return newest.values().stream().sorted(Comparator.comparingLong(Held::place)).toList();
    }
}
