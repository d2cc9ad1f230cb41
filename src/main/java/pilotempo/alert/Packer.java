package pilotempo.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import pilotempo.history.AlertEntry;
import pilotempo.history.AlertMessage;

/** Makes parcels of messages. */
final class Packer {
    private final Supplier<AlertWords> words;
    private final Function<UUID, Optional<AlertEntry>> alerts;

    Packer(Supplier<AlertWords> words, Function<UUID, Optional<AlertEntry>> alerts) {
        this.words = words;
        this.alerts = alerts;
    }

    /**
     * A parcel and what is in it.
     *
     * @param messages those that are told whole
     * @param told those that were given up and are told of as a number
     */
    record Packed(Parcel parcel, List<AlertMessage> messages, List<AlertMessage> told) {}

    /** As many as fit, at least one; empty when there is nothing to tell. */
    Optional<Packed> pack(
            List<AlertMessage> due, List<AlertMessage> untold, int longest, Instant now) {
        var summary = untold.isEmpty() ? "" : words.get().summary(untold.size());
        var fitting = new ArrayList<AlertMessage>();
        int room = longest - summary.length() - 100;
        for (var message : due) {
            room -= message.text().length() + 2;
            if (room >= 0 || fitting.isEmpty()) {
                fitting.add(message);
            }
        }
        if (fitting.isEmpty() && untold.isEmpty()) {
            return Optional.empty();
        }
        var parcel =
                fitting.size() == 1 && summary.isEmpty()
                        ? single(fitting.getFirst())
                        : several(fitting, summary, now);
        return Optional.of(new Packed(cut(parcel, longest), fitting, untold));
    }

    /** Whether one of them costs money as long as nobody hears of it. */
    boolean urgent(List<AlertMessage> messages) {
        return messages.stream().anyMatch(message -> severity(message).equals(Parcel.URGENT));
    }

    private Parcel single(AlertMessage message) {
        var alert = alerts.apply(message.alert());
        return new Parcel(
                message.id(),
                title(message),
                rest(message),
                severity(message),
                alert.map(it -> words.get().batteryName(it)).orElse(""),
                moment(message, alert));
    }

    private Parcel several(List<AlertMessage> messages, String summary, Instant now) {
        var texts = new ArrayList<String>();
        messages.forEach(message -> texts.add(message.text()));
        if (!summary.isEmpty()) {
            texts.add(summary);
        }
        return new Parcel(
                idOf(messages, summary),
                words.get().several(messages.size()),
                String.join("\n\n", texts),
                urgent(messages) ? Parcel.URGENT : Parcel.WARNING,
                "",
                now);
    }

    /** The same for the same content only, so that who drops repetitions drops nothing new. */
    private static UUID idOf(List<AlertMessage> messages, String summary) {
        var content = new StringBuilder(summary);
        messages.forEach(message -> content.append(message.id()));
        return messages.isEmpty()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String severity(AlertMessage message) {
        if (message.resolved()) {
            return Parcel.RESOLVED;
        }
        return alerts.apply(message.alert()).filter(AlertEntry::urgent).isPresent()
                ? Parcel.URGENT
                : Parcel.WARNING;
    }

    private static Instant moment(AlertMessage message, Optional<AlertEntry> alert) {
        if (alert.isEmpty()) {
            return message.queuedAt();
        }
        var over = alert.get().resolvedAt();
        return message.resolved() && over != null ? over : alert.get().raisedAt();
    }

    private static String title(AlertMessage message) {
        int line = message.text().indexOf('\n');
        return line < 0 ? message.text() : message.text().substring(0, line);
    }

    private static String rest(AlertMessage message) {
        int line = message.text().indexOf('\n');
        return line < 0 ? "" : message.text().substring(line + 1);
    }

    private static Parcel cut(Parcel parcel, int longest) {
        int room = Math.max(0, longest - parcel.title().length() - 1);
        return parcel.text().length() <= room
                ? parcel
                : new Parcel(
                        parcel.id(),
                        parcel.title(),
                        parcel.text().substring(0, room - 1) + "…",
                        parcel.severity(),
                        parcel.battery(),
                        parcel.at());
    }
}
