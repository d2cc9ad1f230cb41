package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * The house ledger of readings that were stored by a version that kept none: from the first to the
 * last, some days at a time, over as many starts as it takes.
 */
record LedgerCatchUp(Connection connection, BulkStore bulk) {
    private static final Grid QUARTERS = Grid.every(Level.QUARTER.nominalMillis());
    private static final String DONE = "done";
    private static final long STEP_MILLIS = 2 * 86_400_000L;

    boolean isDone() throws SQLException {
        return FactTable.get(connection, FactTable.LEDGER).filter(DONE::equals).isPresent();
    }

    /** Goes a step further, inside the writer's transaction. */
    void step(Collection<Integer> batteries) throws SQLException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int battery : batteries) {
            first = Math.min(first, ReadingTable.first(connection, battery).orElse(first));
            last =
                    Math.max(
                            last,
                            ReadingTable.before(connection, battery, Long.MAX_VALUE).orElse(last));
        }
        var reached = FactTable.get(connection, FactTable.LEDGER);
        if (reached.isPresent()) {
            first = Math.max(first, Long.parseLong(reached.get()));
        }
        if (first > last) {
            FactTable.put(connection, FactTable.LEDGER, DONE);
            return;
        }
        long from = QUARTERS.begin(first);
        bulk.reckonLedger(batteries, from, from + STEP_MILLIS);
        FactTable.put(connection, FactTable.LEDGER, Long.toString(from + STEP_MILLIS));
    }
}
