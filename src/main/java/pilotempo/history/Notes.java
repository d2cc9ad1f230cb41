package pilotempo.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the journal, the facts and the alerts were told and the disk has not: the newest state of
 * each, in the order in which they came. Bounded: while the disk can't be written, the newest are
 * kept. Not thread-safe.
 */
final class Notes {
    /** More of each kind than a house makes in a year. */
    static final int MOST = 5_000;

    private final Map<UUID, JournalEntry> commands = new LinkedHashMap<>();
    private final Map<UUID, AlertEntry> alerts = new LinkedHashMap<>();
    private final Map<UUID, AlertMessage> messages = new LinkedHashMap<>();
    private final Map<String, Optional<String>> facts = new LinkedHashMap<>();

    void add(JournalEntry entry) {
        commands.put(entry.id(), entry);
        bound(commands);
    }

    void add(AlertEntry alert) {
        alerts.put(alert.id(), alert);
        bound(alerts);
    }

    void add(AlertMessage message) {
        messages.put(message.id(), message);
        bound(messages);
    }

    /** A fact; empty = forgotten. */
    void add(String name, Optional<String> content) {
        facts.put(name, content);
        bound(facts);
    }

    Iterable<JournalEntry> commands() {
        return commands.values();
    }

    Iterable<AlertEntry> alerts() {
        return alerts.values();
    }

    Iterable<AlertMessage> messages() {
        return messages.values();
    }

    Map<String, Optional<String>> facts() {
        return facts;
    }

    int size() {
        return commands.size() + alerts.size() + messages.size() + facts.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** All of it, and nothing stays. */
    Notes take() {
        var taken = new Notes();
        taken.commands.putAll(commands);
        taken.alerts.putAll(alerts);
        taken.messages.putAll(messages);
        taken.facts.putAll(facts);
        clear();
        return taken;
    }

    /** Puts older ones before these; of the same thing the newer state stays. */
    void giveBack(Notes older) {
        var newer = take();
        commands.putAll(older.commands);
        alerts.putAll(older.alerts);
        messages.putAll(older.messages);
        facts.putAll(older.facts);
        commands.putAll(newer.commands);
        alerts.putAll(newer.alerts);
        messages.putAll(newer.messages);
        facts.putAll(newer.facts);
        bound(commands);
        bound(alerts);
        bound(messages);
        bound(facts);
    }

    private void clear() {
        commands.clear();
        alerts.clear();
        messages.clear();
        facts.clear();
    }

    private static void bound(Map<?, ?> notes) {
        var first = notes.keySet().iterator();
        while (notes.size() > MOST) {
            first.next();
            first.remove();
        }
    }
}
