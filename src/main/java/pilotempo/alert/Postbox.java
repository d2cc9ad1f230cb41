package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pilotempo.history.AlertEntry;
import pilotempo.history.AlertMessage;

/** Turns what changed into messages, and says when each is due. */
final class Postbox {
    /** What comes within this time of each other goes in one parcel. */
    private static final Duration GATHERED = Duration.ofSeconds(15);

    /** What was over sooner and nobody heard of is not told. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(10);

    private final AlertWords words;
    private final QuietHours quiet;

    Postbox(AlertWords words, QuietHours quiet) {
        this.words = words;
        this.quiet = quiet;
    }

    void post(Episodes.Change change, List<Courier> couriers, Instant now, long nanos) {
        for (var courier : couriers) {
            switch (change) {
                case Episodes.Raised raised -> begin(raised.alert(), courier, now, nanos);
                case Episodes.Altered altered -> alter(altered, courier, now, nanos);
                case Episodes.Over over -> end(over, courier, now, nanos);
            }
            courier.wake();
        }
    }

    private void begin(AlertEntry alert, Courier courier, Instant now, long nanos) {
        var due = alert.urgent() ? now : quiet.after(now).plus(GATHERED);
        add(courier, alert, false, words.begun(alert).whole(), due, now, nanos);
    }

    /**
     * What has not left yet is told as it is now. What has is left as it was told, unless that is
     * not true any more, or has become dangerous.
     */
    private void alter(Episodes.Altered altered, Courier courier, Instant now, long nanos) {
        var alert = altered.alert();
        var queue = courier.queue();
        boolean waits = queue.reword(alert.id(), words.begun(alert).whole());
        if (altered.escalated()) {
            queue.hasten(alert.id(), now);
        }
        boolean worse =
                altered.escalated()
                        && AlertKind.of(alert.kind()).filter(AlertKind::getsWorse).isPresent();
        if ((altered.corrected() || worse) && !waits && queue.toldBegin(alert.id())) {
            begin(alert, courier, now, nanos);
        }
    }

    private void end(Episodes.Over over, Courier courier, Instant now, long nanos) {
        var alert = over.alert();
        var queue = courier.queue();
        if (!over.told()) {
            // It has become pointless; what should have left long ago is told all the same.
            queue.withdrawUnlessDue(alert.id(), now);
            return;
        }
        if (!queue.toldBegin(alert.id())) {
            return;
        }
        var untold = queue.withdraw(alert.id());
        if (untold.isEmpty()) {
            var due = quiet.after(now).plus(GATHERED);
            add(courier, alert, true, words.over(alert).whole(), due, now, nanos);
        } else if (worthTelling(alert, untold, now)) {
            var due = later(untold.get().due(), quiet.after(now));
            add(courier, alert, true, words.over(alert).whole(), due, now, nanos);
        }
    }

    /** What only waited for the morning or for company, and was short, is not told at all. */
    private static boolean worthTelling(
            AlertEntry alert, Optional<AlertMessage> untold, Instant now) {
        boolean waited = untold.filter(it -> it.tries() == 0 && it.due().isAfter(now)).isPresent();
        return !waited
                || alert.urgent()
                || Duration.between(alert.raisedAt(), now).compareTo(WORTH_TELLING) >= 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void add(
            Courier courier,
            AlertEntry alert,
            boolean over,
            String text,
            Instant due,
            Instant now,
            long nanos) {
        courier.queue()
                .add(
                        new AlertMessage(
                                UUID.randomUUID(),
                                alert.id(),
                                courier.channel().name(),
                                over,
                                text,
                                now,
                                due,
                                AlertMessage.State.WAITING,
                                0,
                                ""),
                        nanos);
    }
}
