package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The facts: all in memory, and written through to the database. */
final class LocalFacts implements Facts {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_CONTENT = 200;

    private final Inbox inbox;
    private final ConcurrentSkipListMap<String, String> facts;

    LocalFacts(Connection connection, Inbox inbox) throws SQLException {
        this.inbox = inbox;
        facts = new ConcurrentSkipListMap<>(FactTable.kept(connection));
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(facts.get(stored(name)));
    }

    @Override
    public Map<String, String> beginningWith(String prefix) {
        return new TreeMap<>(facts.subMap(prefix, prefix + Character.MAX_VALUE));
    }

    @Override
    public synchronized void keep(String name, String content) {
        var stored = Fit.text(content, LONGEST_CONTENT);
        facts.put(stored(name), stored);
        inbox.note(notes -> notes.add(stored(name), Optional.of(stored)));
    }

    @Override
    public synchronized void forget(String name) {
        facts.remove(stored(name));
        inbox.note(notes -> notes.add(stored(name), Optional.empty()));
    }

    private static String stored(String name) {
        return Fit.text(name, LONGEST_NAME);
    }
}
