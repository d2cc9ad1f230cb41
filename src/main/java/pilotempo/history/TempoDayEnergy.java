package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Energy by Tempo day, 06:00 to 06:00 local, from the quarters. */
record TempoDayEnergy(Connection connection, ZoneId zone) {
    private static final LocalTime BEGIN = LocalTime.of(6, 0);

    List<DayEnergy> read(Collection<Integer> batteries, LocalDate from, LocalDate toInclusive)
            throws SQLException {
        int days = (int) Math.max(0, toInclusive.toEpochDay() - from.toEpochDay() + 1);
        var begins = new long[days + 1];
        for (int i = 0; i <= days; i++) {
            begins[i] = from.plusDays(i).atTime(BEGIN).atZone(zone).toInstant().toEpochMilli();
        }
        var in = new double[days];
        var out = new double[days];
        var known = new boolean[days];
        try (var query =
                connection.prepareStatement(
                        "SELECT bucket, energy_in_wh, energy_out_wh FROM "
                                + Level.QUARTER.table()
                                + " WHERE battery_no = ? AND bucket >= ? AND bucket < ?"
                                + " AND (energy_in_wh IS NOT NULL OR energy_out_wh IS NOT NULL)"
                                + " ORDER BY battery_no, bucket")) {
            for (int battery : batteries) {
                query.setInt(1, battery);
                query.setLong(2, begins[0]);
                query.setLong(3, begins[days]);
                int day = 0;
                try (var found = query.executeQuery()) {
                    while (found.next()) {
                        while (found.getLong(1) >= begins[day + 1]) {
                            day++;
                        }
                        in[day] += found.getDouble(2);
                        out[day] += found.getDouble(3);
                        known[day] = true;
                    }
                }
            }
        }
        var energies = new ArrayList<DayEnergy>();
        for (int i = 0; i < days; i++) {
            if (known[i]) {
                energies.add(new DayEnergy(from.plusDays(i), in[i], out[i]));
            }
        }
        return energies;
    }
}
