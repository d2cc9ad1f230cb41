package pilotempo.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;

/**
 * What a rule sees of one subject in one look.
 *
 * @param kind of what
 * @param subject the battery or the day; null for a kind without one
 * @param mac the battery's identity, where there is one
 * @param verdict how it is
 */
record Sighting(AlertKind kind, @Nullable Arg subject, @Nullable Mac mac, Verdict verdict) {
    /** How it is. */
    sealed interface Verdict {}

    /**
     * It is so.
     *
     * @param urgent whether it costs money now
     * @param args what the sentence needs besides the subject
     */
    record Wrong(boolean urgent, List<Arg> args) implements Verdict {}

    /** It is not so. */
    record Fine() implements Verdict {}

    /** It can't be told: whatever was said last holds. */
    record Unclear() implements Verdict {}

    /** Says which episode this is about. */
    Key key() {
        return new Key(kind.word(), subject == null ? "" : subject.kept());
    }

    /** What tells episodes apart; only one of a key lasts at a time. */
    record Key(String kind, String subject) {}
}
