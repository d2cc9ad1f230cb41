package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers of the outbox streams, given by the one writer. Readings and events have their row's
 * own; whatever may change takes a new one with each change, from blocks of a sequence, so that a
 * number is never given twice, even where the row that had it is gone.
 */
final class OutboxNumbers {
    private static final int BLOCK = 1_000;
    private final Connection connection;
    private final Map<OutboxStream, Long> newest = new EnumMap<>(OutboxStream.class);
    private long next;
    private long end;

    OutboxNumbers(Connection connection) throws SQLException {
        this.connection = connection;
        for (var stream : OutboxStream.values()) {
            newest.put(stream, ask(newestOf(stream)));
        }
    }

    /** The next number of a stream whose rows change. */
    long next(OutboxStream stream) throws SQLException {
        if (next == end) {
            next = ask("SELECT NEXT VALUE FOR change_block") * BLOCK;
            end = next + BLOCK;
        }
        newest.put(stream, next);
        return next++;
    }

    /** Hears of rows that were numbered by the database. */
    void refresh(OutboxStream stream) throws SQLException {
        newest.put(stream, ask(newestOf(stream)));
    }

    /** The highest number of each stream so far; 0 where there is none. */
    Map<OutboxStream, Long> newest() {
        return Collections.unmodifiableMap(new EnumMap<>(newest));
    }

    private static String newestOf(OutboxStream stream) {
        return switch (stream) {
            case BATTERIES -> "SELECT MAX(changed) FROM battery";
            case READINGS -> "SELECT MAX(seq) FROM reading";
            case EVENTS -> "SELECT MAX(seq) FROM event";
            case TEMPO_DAYS -> "SELECT MAX(changed) FROM tempo_day";
            case BATTERY_QUARTERS -> "SELECT MAX(changed) FROM rollup_15m";
            case HOUSE_QUARTERS -> "SELECT MAX(changed) FROM house_quarter";
            case COMMANDS -> "SELECT MAX(changed) FROM command";
        };
    }

    private long ask(String query) throws SQLException {
        try (var statement = connection.prepareStatement(query);
                var found = statement.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
