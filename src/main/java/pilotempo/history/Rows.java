package pilotempo.history;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** One battery's readings in order of time. */
interface Rows {
    /** Time of the last reading before an instant. */
    OptionalLong before(long time) throws SQLException;

    /** Time of the first reading after an instant. */
    OptionalLong after(long time) throws SQLException;

    /** The readings of {@code [from, to)}. */
    List<Row> between(long from, long to) throws SQLException;

    /**
     * The readings of {@code [from, to)} and those around it that the energy of every stretch which
     * touches it depends on.
     */
    default List<Row> around(long from, long to) throws SQLException {
        long firstBegin = before(from + 1).orElse(from);
        long reach = firstBegin - Energy.MEMORY_MILLIS;
        long start = before(reach).orElse(reach);
        long lastEnd = after(to - 1).orElse(to);
        long beyond = lastEnd + Energy.MEMORY_MILLIS;
        long end = after(beyond).orElse(beyond);
        return between(start, end + 1);
    }
}
