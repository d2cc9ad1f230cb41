package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be computed again. A reading after a year's gap changes every quarter of the
 * gap, of its battery and of the house: what is near the reading is done with it, the rest in
 * steps, each in a transaction of its own, the newest first. A kill leaves the rest to the next
 * start. Belongs to the writer.
 */
final class Debts {
    /** What is done at once, however far it reaches. */
    private static final long AT_ONCE_MILLIS = 2 * 86_400_000L;

    private static final long NEAR_MILLIS = 3 * 3_600_000L;
    private static final Grid QUARTERS = Grid.every(Level.QUARTER.nominalMillis());

    /** Steps are a number of quarters; they are longer where there is less to read. */
    private static final long SHORTEST_STEP_MILLIS = 3 * 3_600_000L;

    private static final long LONGEST_STEP_MILLIS = 2 * 86_400_000L;
    private static final int FEW_ROWS = 5_000;
    private static final int MANY_ROWS = 20_000;

    private final Connection connection;
    private boolean any;
    private long step = 2 * SHORTEST_STEP_MILLIS;

    /** One stretch. */
    record Debt(long number, @Nullable Integer battery, Span span) {}

    Debts(Connection connection) throws SQLException {
        this.connection = connection;
        any = next() != null;
    }

    /** Whether there is anything. */
    boolean any() {
        return any;
    }

    /**
     * Notes what is not near new readings.
     *
     * @param battery whose roll-ups; null = the house ledger
     * @param all what the readings can change
     * @return what is to be done at once
     */
    Span leave(@Nullable Integer battery, Span all, long firstNew, long lastNew)
            throws SQLException {
        if (all.millis() <= AT_ONCE_MILLIS) {
            return all;
        }
        long from = Math.max(all.from(), QUARTERS.begin(firstNew - NEAR_MILLIS));
        long to = Math.min(all.to(), QUARTERS.end(QUARTERS.begin(lastNew + NEAR_MILLIS)));
        owe(battery, new Span(all.from(), from));
        owe(battery, new Span(to, all.to()));
        return new Span(from, to);
    }

    private void owe(@Nullable Integer battery, Span span) throws SQLException {
        if (span.millis() <= 0) {
            return;
        }
        var joined = joined(battery, span);
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO unreckoned (battery_no, from_ms, to_ms) VALUES (?, ?, ?)")) {
            insert.setObject(1, battery, Types.SMALLINT);
            insert.setLong(2, joined.from());
            insert.setLong(3, joined.to());
            insert.executeUpdate();
        }
        any = true;
    }

    /** With those that it touches, which go. */
    private Span joined(@Nullable Integer battery, Span span) throws SQLException {
        var touching =
                " FROM unreckoned WHERE battery_no IS NOT DISTINCT FROM CAST(? AS SMALLINT) AND"
                        + " from_ms <= ? AND to_ms >= ?";
        try (var query = connection.prepareStatement("SELECT MIN(from_ms), MAX(to_ms)" + touching);
                var delete = connection.prepareStatement("DELETE" + touching)) {
            for (var statement : List.of(query, delete)) {
                statement.setObject(1, battery, Types.SMALLINT);
                statement.setLong(2, span.to());
                statement.setLong(3, span.from());
            }
            var joined = span;
            try (var found = query.executeQuery()) {
                if (found.next() && found.getObject(1) != null) {
                    joined =
                            new Span(
                                    Math.min(span.from(), found.getLong(1)),
                                    Math.max(span.to(), found.getLong(2)));
                }
            }
            delete.executeUpdate();
            return joined;
        }
    }

    /** The next step, the end of the newest stretch; null when nothing is left. */
    @Nullable Debt next() throws SQLException {
        try (var query =
                        connection.prepareStatement(
                                "SELECT debt_no, battery_no, from_ms, to_ms FROM unreckoned ORDER"
                                        + " BY to_ms DESC, debt_no FETCH FIRST ROW ONLY");
                var found = query.executeQuery()) {
            if (!found.next()) {
                return null;
            }
            long to = found.getLong(4);
            return new Debt(
                    found.getLong(1),
                    found.getObject(2, Integer.class),
                    new Span(Math.max(found.getLong(3), to - step), to));
        }
    }

    /**
     * A step is done.
     *
     * @param rows how many readings it took
     */
    void paid(Debt debt, int rows) throws SQLException {
        try (var delete =
                        connection.prepareStatement(
                                "DELETE FROM unreckoned WHERE debt_no = ? AND from_ms >= ?");
                var shorten =
                        connection.prepareStatement(
                                "UPDATE unreckoned SET to_ms = ? WHERE debt_no = ?")) {
            change(delete, debt.number(), debt.span().from());
            change(shorten, debt.span().from(), debt.number());
        }
        if (rows > MANY_ROWS) {
            step = Math.max(SHORTEST_STEP_MILLIS, step / 2);
        } else if (rows < FEW_ROWS) {
            step = Math.min(LONGEST_STEP_MILLIS, step * 2);
        }
        any = next() != null;
    }

    private static void change(PreparedStatement statement, long first, long second)
            throws SQLException {
        statement.setLong(1, first);
        statement.setLong(2, second);
        statement.executeUpdate();
    }
}
