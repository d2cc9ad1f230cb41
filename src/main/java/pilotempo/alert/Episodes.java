package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.history.AlertEntry;

/**
 * Makes episodes of what the rules see: each is raised once and over once, however often the rules
 * look, and one of an earlier run goes on. Not thread-safe.
 */
final class Episodes {
    /** What begins again within this time of its end comes and goes. */
    private static final Duration SOON = Duration.ofMinutes(30);

    /** So long that must be well before it is told as over: else each turn is two messages. */
    private static final Duration RESTLESS_CALM = Duration.ofMinutes(15);

    private final Map<Sighting.Key, AlertEntry> lasting = new LinkedHashMap<>();
    private final Map<Sighting.Key, Long> wrongSince = new HashMap<>();
    private final Map<Sighting.Key, Long> fineSince = new HashMap<>();
    private final Map<Sighting.Key, Long> ended = new HashMap<>();
    private final Set<Sighting.Key> restless = new HashSet<>();
    private final Supplier<UUID> ids;

    /** What changed. */
    sealed interface Change {
        AlertEntry alert();
    }

    /** An episode has begun. */
    record Raised(AlertEntry alert) implements Change {}

    /**
     * A lasting one is told in other words.
     *
     * @param escalated whether it is urgent from now on
     * @param corrected whether what was told is not true any more
     */
    record Altered(AlertEntry alert, boolean escalated, boolean corrected) implements Change {}

    /**
     * An episode is over.
     *
     * @param told whether people are to hear of it
     */
    record Over(AlertEntry alert, boolean told) implements Change {}

    /**
     * @param lastingBefore episodes of an earlier run
     */
    Episodes(List<AlertEntry> lastingBefore, Supplier<UUID> ids) {
        this.ids = ids;
        lastingBefore.forEach(alert -> lasting.put(keyOf(alert), alert));
    }

    /** The episode that lasts. */
    Optional<AlertEntry> episode(Sighting.Key key) {
        return Optional.ofNullable(lasting.get(key));
    }

    /** Those that last. */
    List<AlertEntry> lasting() {
        return List.copyOf(lasting.values());
    }

    /** Somebody has seen it; null when it does not last. */
    @Nullable AlertEntry seen(UUID id) {
        for (var entry : lasting.entrySet()) {
            if (entry.getValue().id().equals(id)) {
                var seen = with(entry.getValue(), null, entry.getValue().urgent(), true);
                entry.setValue(seen);
                return seen;
            }
        }
        return null;
    }

    /**
     * Takes in all that the rules of a kind see.
     *
     * @param nanos the ticker: durations don't follow a clock that jumps
     */
    List<Change> take(AlertKind kind, List<Sighting> sightings, Instant now, long nanos) {
        var changes = new ArrayList<Change>();
        var seen = new HashSet<Sighting.Key>();
        for (var sighting : sightings) {
            var key = sighting.key();
            if (seen.add(key)) {
                take(kind, key, sighting, now, nanos, changes);
            }
        }
        forget(kind, seen, now, changes);
        return changes;
    }

    /** Ends episodes of kinds that no rule tells any more, as after a change of version. */
    List<Change> endUnknown(Set<String> kinds, Instant now) {
        var changes = new ArrayList<Change>();
        for (var alert : lasting()) {
            if (!kinds.contains(alert.kind())) {
                end(keyOf(alert), alert, now, false, changes);
            }
        }
        return changes;
    }

    private void take(
            AlertKind kind,
            Sighting.Key key,
            Sighting sighting,
            Instant now,
            long nanos,
            List<Change> changes) {
        var alert = lasting.get(key);
        switch (sighting.verdict()) {
            case Sighting.Wrong wrong -> {
                fineSince.remove(key);
                if (alert != null) {
                    alter(key, alert, args(sighting, wrong), wrong.urgent(), kind, changes);
                } else if (held(wrongSince, key, nanos, kind.patience())) {
                    wrongSince.remove(key);
                    rememberTurn(key, nanos);
                    raise(key, sighting, wrong, now, changes);
                }
            }
            case Sighting.Fine _ -> {
                wrongSince.remove(key);
                if (alert != null && held(fineSince, key, nanos, calm(kind, key))) {
                    var fine = Duration.ofNanos(nanos - fineSince.getOrDefault(key, nanos));
                    ended.put(key, nanos);
                    end(key, alert, now.minusSeconds(fine.toSeconds()), kind.tellsEnd(), changes);
                }
            }
            case Sighting.Unclear _ -> {
                wrongSince.remove(key);
                fineSince.remove(key);
            }
        }
    }

    private void rememberTurn(Sighting.Key key, long nanos) {
        var before = ended.remove(key);
        if (before != null && nanos - before < SOON.toNanos()) {
            restless.add(key);
        } else {
            restless.remove(key);
        }
    }

    private Duration calm(AlertKind kind, Sighting.Key key) {
        // What needs no calm at all is somebody's decision, and true at once.
        boolean longer =
                restless.contains(key)
                        && !kind.calm().isZero()
                        && kind.calm().compareTo(RESTLESS_CALM) < 0;
        return longer ? RESTLESS_CALM : kind.calm();
    }

    private void raise(
            Sighting.Key key,
            Sighting sighting,
            Sighting.Wrong wrong,
            Instant now,
            List<Change> changes) {
        var alert =
                new AlertEntry(
                        ids.get(),
                        key.kind(),
                        sighting.mac(),
                        now,
                        null,
                        wrong.urgent(),
                        false,
                        args(sighting, wrong));
        lasting.put(key, alert);
        changes.add(new Raised(alert));
    }

    private void alter(
            Sighting.Key key,
            AlertEntry alert,
            List<String> args,
            boolean urgent,
            AlertKind kind,
            List<Change> changes) {
        boolean escalated = urgent && !alert.urgent();
        if (escalated || !args.equals(alert.args())) {
            var altered = with(alert, args, urgent || alert.urgent(), alert.seen());
            lasting.put(key, altered);
            boolean corrected =
                    kind == AlertKind.DAY_AHEAD
                            && !Arg.Colour.firstOf(args).equals(Arg.Colour.firstOf(alert.args()));
            changes.add(new Altered(altered, escalated, corrected));
        }
    }

    private void end(
            Sighting.Key key, AlertEntry alert, Instant now, boolean told, List<Change> changes) {
        lasting.remove(key);
        fineSince.remove(key);
        var end = now.isBefore(alert.raisedAt()) ? alert.raisedAt() : now;
        changes.add(
                new Over(
                        new AlertEntry(
                                alert.id(),
                                alert.kind(),
                                alert.battery(),
                                alert.raisedAt(),
                                end,
                                alert.urgent(),
                                alert.seen(),
                                alert.args()),
                        told));
    }

    private void forget(AlertKind kind, Set<Sighting.Key> seen, Instant now, List<Change> changes) {
        for (var alert : lasting()) {
            var key = keyOf(alert);
            if (key.kind().equals(kind.word()) && !seen.contains(key)) {
                end(key, alert, now, false, changes);
            }
        }
        wrongSince.keySet().removeIf(key -> gone(kind, seen, key));
        fineSince.keySet().removeIf(key -> gone(kind, seen, key));
        ended.keySet().removeIf(key -> gone(kind, seen, key));
        restless.removeIf(key -> gone(kind, seen, key));
    }

    private static boolean gone(AlertKind kind, Set<Sighting.Key> seen, Sighting.Key key) {
        return key.kind().equals(kind.word()) && !seen.contains(key);
    }

    private static boolean held(
            Map<Sighting.Key, Long> since, Sighting.Key key, long nanos, Duration wanted) {
        long begun = since.computeIfAbsent(key, _ -> nanos);
        return nanos - begun >= wanted.toNanos();
    }

    private static List<String> args(Sighting sighting, Sighting.Wrong wrong) {
        var args = new ArrayList<String>();
        if (sighting.subject() != null) {
            args.add(sighting.subject().kept());
        }
        wrong.args().forEach(arg -> args.add(arg.kept()));
        return args;
    }

    private static AlertEntry with(
            AlertEntry alert, @Nullable List<String> args, boolean urgent, boolean seen) {
        return new AlertEntry(
                alert.id(),
                alert.kind(),
                alert.battery(),
                alert.raisedAt(),
                alert.resolvedAt(),
                urgent,
                seen,
                args == null ? alert.args() : args);
    }

    private static Sighting.Key keyOf(AlertEntry alert) {
        var about = AlertKind.of(alert.kind()).filter(AlertKind::hasSubject).isPresent();
        return new Sighting.Key(
                alert.kind(), about && !alert.args().isEmpty() ? alert.args().getFirst() : "");
    }
}
