package pilotempo.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Subscription;

/** The outbox in the database. */
final class LocalOutbox implements Outbox {
    private static final int COUNTED = 10_000;

    private final Reads database;
    private final HistoryWriter writer;
    private final Inbox inbox;
    private volatile UUID identity;

    LocalOutbox(Reads database, HistoryWriter writer, Inbox inbox, UUID identity) {
        this.database = database;
        this.writer = writer;
        this.inbox = inbox;
        this.identity = identity;
    }

    @Override
    public UUID identity() {
        return identity;
    }

    @Override
    public Optional<UUID> opening() {
        return writer.opening();
    }

    @Override
    public boolean knows(OutboxStream stream, long seq, Optional<UUID> opening)
            throws InterruptedException {
        if (seq == 0) {
            return true;
        }
        return seq <= newest(stream)
                && (opening.isEmpty()
                        || database.interruptibly(
                                connection ->
                                        new Openings(connection)
                                                .knows(stream, seq, opening.get())));
    }

    @Override
    public void renew() throws InterruptedException {
        identity = Errand.done(inbox, BatchStore::renewIdentity);
    }

    @Override
    public long newest(OutboxStream stream) {
        return writer.durable(stream);
    }

    @Override
    public List<Outgoing> after(OutboxStream stream, long seq, int most)
            throws InterruptedException {
        long until = newest(stream);
        if (until <= seq) {
            return List.of();
        }
        var batteries = batteries();
        return database.interruptibly(
                connection ->
                        stream == OutboxStream.READINGS
                                ? ReadingTable.outgoing(connection, seq, until, most, batteries)
                                : new OutgoingTable(connection, batteries)
                                        .read(stream, seq, until, most));
    }

    @Override
    public Backlog backlog(OutboxStream stream, long seq) throws InterruptedException {
        long until = newest(stream);
        if (until <= seq) {
            return Backlog.NONE;
        }
        return database.interruptibly(
                connection -> {
                    var table = new OutgoingTable(connection, Map.of());
                    long span = until - seq;
                    long rows = span <= COUNTED ? table.count(stream, seq, until) : span;
                    return rows == 0
                            ? Backlog.NONE
                            : new Backlog(rows, table.oldest(stream, seq, until));
                });
    }

    @Override
    public void acknowledged(UUID target, OutboxStream stream, long seq)
            throws InterruptedException {
        change(
                "MERGE INTO sync_mark (target, stream, acked, noted) KEY (target, stream)"
                        + " VALUES (?, ?, ?, (SELECT COALESCE(MAX(noted), 0) + 1 FROM sync_mark))",
                put -> {
                    put.setObject(1, target);
                    put.setString(2, stream.word());
                    put.setLong(3, seq);
                });
    }

    @Override
    public long acknowledged(UUID target, OutboxStream stream) throws InterruptedException {
        return ask(
                "SELECT acked FROM sync_mark WHERE target = ? AND stream = ?",
                query -> {
                    query.setObject(1, target);
                    query.setString(2, stream.word());
                },
                found -> found.next() ? found.getLong(1) : 0L);
    }

    @Override
    public long lastAcknowledged(OutboxStream stream) throws InterruptedException {
        return ask(
                "SELECT acked FROM sync_mark WHERE stream = ? ORDER BY noted DESC"
                        + " FETCH FIRST ROW ONLY",
                query -> query.setString(1, stream.word()),
                found -> found.next() ? found.getLong(1) : 0L);
    }

    @Override
    public void reject(Rejected rejected) throws InterruptedException {
        change(
                "MERGE INTO sync_rejected (stream, seq, time, reason, content) KEY (stream, seq)"
                        + " VALUES (?, ?, ?, ?, ?)",
                put -> {
                    put.setString(1, rejected.stream().word());
                    put.setLong(2, rejected.seq());
                    put.setLong(3, rejected.at().toEpochMilli());
                    put.setString(4, cut(rejected.reason(), 1_000));
                    put.setString(5, cut(rejected.row(), 4_000));
                });
        database.interruptibly(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute("CHECKPOINT SYNC");
                    }
                });
    }

    @Override
    public List<Rejected> rejected(int most) throws InterruptedException {
        return ask(
                "SELECT stream, seq, time, reason, content FROM sync_rejected"
                        + " ORDER BY time DESC, seq DESC FETCH FIRST ? ROWS ONLY",
                query -> query.setInt(1, most),
                found -> {
                    var rejected = new ArrayList<Rejected>();
                    while (found.next()) {
                        rejected.add(
                                new Rejected(
                                        stream(found.getString(1)),
                                        found.getLong(2),
                                        Instant.ofEpochMilli(found.getLong(3)),
                                        found.getString(4),
                                        found.getString(5)));
                    }
                    return rejected;
                });
    }

    @Override
    public long rejectedCount() throws InterruptedException {
        return ask(
                "SELECT COUNT(*) FROM sync_rejected",
                _ -> {},
                found -> found.next() ? found.getLong(1) : 0L);
    }

    @Override
    public Subscription onMore(Runnable listener) {
        return writer.more().subscribe(listener);
    }

    private Map<Integer, Mac> batteries() {
        var batteries = new HashMap<Integer, Mac>();
        writer.batteries().forEach((mac, numbered) -> batteries.put(numbered.number(), mac));
        return batteries;
    }

    private void change(String sql, Filled filled) throws InterruptedException {
        database.interruptibly(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        filled.fill(statement);
                        return statement.executeUpdate();
                    }
                });
    }

    private <T> T ask(String sql, Filled filled, Answer<T> answer) throws InterruptedException {
        return database.interruptibly(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        filled.fill(statement);
                        try (var found = statement.executeQuery()) {
                            return answer.read(found);
                        }
                    }
                });
    }

    private static OutboxStream stream(String word) {
        for (var stream : OutboxStream.values()) {
            if (stream.word().equals(word)) {
                return stream;
            }
        }
        throw new IllegalStateException("No stream is called " + word);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    @FunctionalInterface
    private interface Filled {
        void fill(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Answer<T> {
        T read(ResultSet found) throws SQLException;
    }
}
