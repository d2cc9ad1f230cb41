package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;

/**
 * What only time tells of one battery: how long it has stalled, and whether a strange power was
 * read twice. Lost by a restart, it comes again within minutes. Confined to the automation thread.
 */
final class Watch {
    private @Nullable UUID stalled;
    private @Nullable Instant stalledSince;
    private @Nullable Instant strangeAt;

    /** A strange power counts once a second reading tells it too. */
    Relation steady(Relation relation, Seen seen, Instant now) {
        stall(relation, now);
        boolean strange =
                relation.kind() == Relation.Kind.FOREIGN
                        && seen.mode() != null
                        && seen.mode().value() == OperatingMode.PASSIVE;
        if (!strange) {
            strangeAt = null;
            return relation;
        }
        var at = seen.power() == null ? now : seen.power().at();
        if (strangeAt == null) {
            strangeAt = at;
        }
        var entry = relation.entry();
        return at.isAfter(strangeAt) || entry == null || !entry.result().took()
                ? relation
                : new Relation(
                        now.isBefore(Past.end(entry)) ? Relation.Kind.RUNNING : Relation.Kind.ENDED,
                        entry,
                        false);
    }

    private void stall(Relation relation, Instant now) {
        var entry = relation.entry();
        if (relation.kind() != Relation.Kind.STALLED || entry == null) {
            stalled = null;
            stalledSince = null;
        } else if (!Objects.equals(stalled, entry.id())) {
            stalled = entry.id();
            stalledSince = now;
        }
    }

    /** How long no power has flowed although it should. */
    Duration stalledFor(Instant now) {
        return stalledSince == null ? Duration.ZERO : Duration.between(stalledSince, now);
    }
}
