package pilotempo.polling;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pilotempo.marstek.Query;

/**
 * What a battery's firmware was found not to know: it said so, or it was silent on a question in
 * five rounds in which it answered others. Forgotten when the firmware changes. Not thread-safe.
 */
final class UnsupportedMethods {
    private static final int SILENT_ROUNDS = 5;

    private final Set<Query> unsupported = EnumSet.noneOf(Query.class);
    private final Map<Query, Integer> silent = new EnumMap<>(Query.class);

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
        silent.remove(query);
    }

    /** The device says that it does not know it. Returns whether that is news. */
    boolean denied(Query query) {
        return query != Query.IDENTITY && unsupported.add(query);
    }

    /**
     * Silent on this, though it answered others in the same round. Returns whether it is now taken
     * for unsupported.
     */
    boolean silentAmongAnswers(Query query) {
        return silent.merge(query, 1, Integer::sum) >= SILENT_ROUNDS && denied(query);
    }

    void forget() {
        unsupported.clear();
        silent.clear();
    }
}
