package pilotempo.polling;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pilotempo.marstek.Query;

/**
 * What a battery's firmware was found not to know: it said so, or it never answered a question in
 * five rounds in which nothing else was lost. A question once answered is never taken for unknown
 * because of silence, and a round with other losses is a sign of a bad link, not of the firmware:
 * else a battery that loses half would sooner or later not be asked for anything. Forgotten when
 * the firmware changes. Not thread-safe.
 */
final class UnsupportedMethods {
    private static final int SILENT_ROUNDS = 5;

    private final Set<Query> unsupported = EnumSet.noneOf(Query.class);
    private final Map<Query, Integer> silent = new EnumMap<>(Query.class);
    private final Set<Query> proven = EnumSet.noneOf(Query.class);

    UnsupportedMethods(Set<String> remembered) {
        for (var query : Query.values()) {
            if (remembered.contains(query.method()) && query != Query.IDENTITY) {
                unsupported.add(query);
            }
        }
    }

    boolean contains(Query query) {
        return unsupported.contains(query);
    }

    /** By the vendor's names, to be remembered. */
    Set<String> methods() {
        return unsupported.stream().map(Query::method).collect(Collectors.toUnmodifiableSet());
    }

    void answered(Query query) {
        proven.add(query);
        silent.remove(query);
    }

    /** The device says that it does not know it. Returns whether that is news. */
    boolean denied(Query query) {
        return query != Query.IDENTITY && unsupported.add(query);
    }

    /**
     * A round in which it answered something, but not these. Returns those that are now taken for
     * unsupported.
     */
    List<Query> silentAmongAnswers(List<Query> lost) {
        int evidence = lost.stream().anyMatch(proven::contains) ? -1 : 1;
        return lost.stream()
                .filter(query -> !proven.contains(query))
                .filter(query -> silence(query, evidence) >= SILENT_ROUNDS && denied(query))
                .toList();
    }

    private int silence(Query query, int evidence) {
        return silent.merge(
                query, Math.max(0, evidence), (before, _) -> Math.max(0, before + evidence));
    }

    void forget() {
        unsupported.clear();
        silent.clear();
        proven.clear();
    }
}
