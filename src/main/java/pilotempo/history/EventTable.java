package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import pilotempo.battery.Mac;

/** The SQL of table {@code event}. */
final class EventTable {
    private static final int LONGEST_DETAIL = 2_000;

    private EventTable() {}

    /** Stores events; one that is there already is left alone. */
    static void insert(
            Connection connection,
            Collection<HistoryEvent> events,
            Map<Mac, BatteryTable.Numbered> batteries)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO event (event_id, battery_no, time, kind, mode, detail)"
                                + " SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS"
                                + " (SELECT 1 FROM event WHERE event_id = ?)")) {
            for (var event : events) {
                var numbered = event.battery() == null ? null : batteries.get(event.battery());
                insert.setObject(1, event.id());
                if (numbered == null) {
                    insert.setNull(2, Types.SMALLINT);
                } else {
                    insert.setInt(2, numbered.number());
                }
                insert.setLong(3, event.at().toEpochMilli());
                insert.setString(4, event.kind().word());
                var mode = event.mode();
                if (mode == null) {
                    insert.setNull(5, Types.TINYINT);
                } else {
                    insert.setInt(5, ReadingTable.number(mode));
                }
                var detail = event.detail();
                insert.setString(
                        6,
                        detail.length() <= LONGEST_DETAIL
                                ? detail
                                : detail.substring(0, LONGEST_DETAIL));
                insert.setObject(7, event.id());
                insert.executeUpdate();
            }
        }
    }
}
