package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.PARIS;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.open;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

/**
 * One of two batteries was away: what it brings back is reckoned in small steps. {@code
 * -Dpilotempo.away=365} makes it a year.
 */
class ReturningBatteryTest {
    private static final int DAYS = Integer.getInteger("pilotempo.away", 40);
    private static final Instant BACK = at("2026-01-10T12:07:00Z");
    private static final Instant GONE = BACK.minus(Duration.ofDays(DAYS));
    private static final long MOST_QUARTERS_AT_ONCE = 400;

    @TempDir private Path folder;

    @Test
    void no_transaction_is_long_and_in_the_end_all_is_as_if_nothing_had_been_put_off()
            throws Exception {
        var data = folder.resolve("data");
        recordTheGap(data);
        var back = back();
        try (var connection = new HistoryFile(data, "file:").open()) {
            var store =
                    new BatchStore(connection, PARIS, InstantSource.system(), UUID.randomUUID());
            while (store.catchUp()) {
                assertThat(store.isBehind()).isFalse();
            }
            long before = newest(store);
            store.write(load(back));
            assertThat(changed(connection, before)).isBetween(1L, MOST_QUARTERS_AT_ONCE);
            assertThat(store.isBehind()).isTrue();
            int steps = 0;
            for (; steps < 10; steps++) {
                before = newest(store);
                assertThat(store.catchUp()).isTrue();
                assertThat(changed(connection, before)).isBetween(1L, MOST_QUARTERS_AT_ONCE);
            }
            // A restart in the middle forgets nothing.
            store = new BatchStore(connection, PARIS, InstantSource.system(), UUID.randomUUID());
            while (store.catchUp()) {
                steps++;
            }
            assertThat(steps).isGreaterThan(DAYS);
            assertThat(store.isBehind()).isFalse();
            connection.commit();
        }
        assertThat(sums(data)).isEqualTo(sums(atOnce(back)));
    }

    @Test
    void a_running_program_does_it_by_itself_and_new_readings_do_not_wait() throws Exception {
        var data = folder.resolve("data");
        recordTheGap(data);
        var back = back();
        try (var history = open(data)) {
            history.flush();
            back.forEach(history::store);
            history.flush();
            assertThat(history.newest(GARAGE)).contains(back.getLast());
            await().atMost(Duration.ofSeconds(60)).until(() -> owed(history) == 0);
            history.settle(); // its last step may still be under way
        }
        assertThat(sums(data)).isEqualTo(sums(atOnce(back)));
    }

    private static long owed(LocalHistory history) throws InterruptedException {
        return history.houseLedger(GONE.plusSeconds(3_600), BACK).stream()
                .filter(quarter -> quarter.importAddedWh() == 0)
                .count();
    }

    /** SALON all the time, with the meter; GARAGE only on the first day. */
    private static void recordTheGap(Path data) throws InterruptedException {
        try (var history = open(data)) {
            for (var at = GONE.minusSeconds(7_200); at.isBefore(BACK); at = at.plusSeconds(600)) {
                history.store(reading(SALON, at, 0, 0, 400));
                if (at.isBefore(GONE)) {
                    history.store(reading(GARAGE, at, -100, 1_000, 400));
                }
            }
            history.flush();
        }
    }

    /** The counter tells that it charged all the time. */
    private static List<Reading> back() {
        var back = new ArrayList<Reading>();
        for (int i = 0; i < 12; i++) {
            back.add(
                    reading(
                            GARAGE,
                            BACK.plusSeconds(300L * i),
                            -100,
                            1_000 + 2_400 * DAYS + 8 * i,
                            400));
        }
        return back;
    }

    /** Everything by one import, which puts nothing off. */
    private Path atOnce(List<Reading> back) throws Exception {
        var data = folder.resolve("at-once");
        recordTheGap(data);
        try (var connection = new HistoryFile(data, "file:").open()) {
            var store =
                    new BatchStore(connection, PARIS, InstantSource.system(), UUID.randomUUID());
            store.write(
                    back.stream().map(one -> new Incoming(one.battery(), Row.of(one))).toList());
            assertThat(store.isBehind()).isFalse();
            connection.commit();
        }
        return data;
    }

    private static List<String> sums(Path data) throws SQLException {
        var sums = new ArrayList<String>();
        try (var connection = new HistoryFile(data, "file:").open();
                var statement = connection.createStatement()) {
            for (var query :
                    List.of(
                            "SELECT b.mac || bucket || ' ' || n || ' ' || energy_in_wh FROM"
                                    + " rollup_15m r JOIN battery b ON b.battery_no = r.battery_no"
                                    + " ORDER BY 1",
                            "SELECT b.mac || bucket || ' ' || n || ' ' || energy_in_wh FROM"
                                    + " rollup_1h r JOIN battery b ON b.battery_no = r.battery_no"
                                    + " ORDER BY 1",
                            "SELECT b.mac || bucket || ' ' || n || ' ' || energy_in_wh FROM"
                                    + " rollup_1d r JOIN battery b ON b.battery_no = r.battery_no"
                                    + " ORDER BY 1",
                            "SELECT bucket || ' ' || import_with_wh || ' ' || import_without_wh ||"
                                    + " ' ' || metered_ms || ' ' || known_ms FROM house_quarter"
                                    + " ORDER BY 1")) {
                try (var found = statement.executeQuery(query)) {
                    while (found.next()) {
                        sums.add(String.valueOf(found.getString(1)));
                    }
                }
            }
        }
        assertThat(sums).hasSizeGreaterThan(3 * 96 * DAYS);
        return sums;
    }

    private static long newest(BatchStore store) {
        return Math.max(
                store.durable().getOrDefault(OutboxStream.HOUSE_QUARTERS, 0L),
                store.durable().getOrDefault(OutboxStream.BATTERY_QUARTERS, 0L));
    }

    /** Quarters written since. */
    private static long changed(Connection connection, long since) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT (SELECT COUNT(*) FROM rollup_15m WHERE changed > ?) + (SELECT"
                                + " COUNT(*) FROM house_quarter WHERE changed > ?)")) {
            query.setLong(1, since);
            query.setLong(2, since);
            try (var found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static Inbox.Load load(List<Reading> readings) {
        return new Inbox.Load(readings, Map.of(), List.of(), List.of(), new Notes(), List.of());
    }

    private static Reading reading(
            Mac battery, Instant at, double ongrid, double in, double meter) {
        return Fixtures.reading(
                battery,
                at,
                Map.of(
                        Quantity.ONGRID_POWER_W,
                        ongrid,
                        Quantity.TOTAL_GRID_IN_WH,
                        in,
                        Quantity.METER_POWER_W,
                        meter));
    }
}
