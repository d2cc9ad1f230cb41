package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.battery;
import static pilotempo.history.Fixtures.open;
import static pilotempo.history.Fixtures.reading;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

class OutboxTest {
    private static final Instant START = at("2026-01-05T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void readings_are_given_in_the_order_in_which_they_were_stored() throws Exception {
        try (var history = open(folder)) {
            for (int i : new int[] {2, 0, 1}) {
                history.store(power(i, 100 * i));
                history.flush();
            }
            var outbox = history.outbox();
            var rows = outbox.after(OutboxStream.READINGS, 0, 2);
            assertThat(rows).hasSize(2).extracting(Outgoing::seq).isSorted();
            assertThat(times(rows)).containsExactly(minute(2), minute(0));
            var last = outbox.after(OutboxStream.READINGS, rows.getLast().seq(), 2);
            assertThat(times(last)).containsExactly(minute(1));
            assertThat(outbox.newest(OutboxStream.READINGS)).isEqualTo(last.getFirst().seq());
            assertThat(outbox.after(OutboxStream.READINGS, last.getFirst().seq(), 2)).isEmpty();
        }
    }

    @Test
    void a_reading_goes_out_as_it_was_stored() throws Exception {
        try (var history = open(folder)) {
            history.store(power(0, -12.5));
            history.flush();
            var row =
                    (Outgoing.ReadingRow)
                            history.outbox().after(OutboxStream.READINGS, 0, 10).getFirst();
            assertThat(row.battery()).isEqualTo(SALON);
            assertThat(row.at()).isEqualTo(START.toEpochMilli());
            assertThat(row.value(Quantity.ONGRID_POWER_W)).isEqualTo(-12.5);
            assertThat(row.value(Quantity.SOC_PCT)).isNaN();
            assertThat(row.mode()).isNull();
        }
    }

    @Test
    void a_battery_that_changes_is_given_again() throws Exception {
        try (var history = open(folder)) {
            history.remember(battery(SALON, "salon"));
            history.remember(battery(GARAGE, "garage"));
            history.flush();
            long seen = history.outbox().newest(OutboxStream.BATTERIES);
            history.remember(battery(SALON, "living"));
            history.flush();
            assertThat(history.outbox().after(OutboxStream.BATTERIES, seen, 10))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Outgoing.BatteryRow.class,
                            row -> assertThat(row.battery().id()).isEqualTo("living"));
            assertThat(history.outbox().after(OutboxStream.BATTERIES, 0, 10)).hasSize(2);
        }
    }

    @Test
    void a_quarter_that_a_late_reading_changes_is_given_again_and_no_other() throws Exception {
        try (var history = open(folder)) {
            for (int minute = 0; minute < 60; minute++) {
                history.store(power(minute, 600));
            }
            history.flush();
            var outbox = history.outbox();
            assertThat(outbox.after(OutboxStream.BATTERY_QUARTERS, 0, 100)).hasSize(4);
            long seen = outbox.newest(OutboxStream.BATTERY_QUARTERS);
            history.store(
                    reading(
                            SALON,
                            minute(20).plusSeconds(30),
                            Map.of(Quantity.ONGRID_POWER_W, 1200.0)));
            history.flush();
            var again = outbox.after(OutboxStream.BATTERY_QUARTERS, seen, 100);
            assertThat(again)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Outgoing.BatteryQuarterRow.class,
                            row -> {
                                assertThat(row.begin()).isEqualTo(minute(15));
                                assertThat(row.energyOutWh()).isGreaterThan(150);
                            });
        }
    }

    @Test
    void numbers_rise_over_restarts() throws Exception {
        long last = 0;
        for (int run = 0; run < 3; run++) {
            try (var history = open(folder)) {
                history.remember(battery(SALON, "run" + run));
                history.store(power(run, 1));
                history.flush();
                long now = history.outbox().newest(OutboxStream.BATTERIES);
                assertThat(now).isGreaterThan(last);
                last = now;
            }
        }
    }

    @Test
    void days_and_events_go_out_once() throws Exception {
        var day =
                new DayColour(
                        LocalDate.of(2026, 1, 6),
                        TempoColour.RED,
                        DayColour.Status.CONFIRMED,
                        "rte",
                        START);
        var event =
                new HistoryEvent(
                        UUID.randomUUID(),
                        SALON,
                        START,
                        HistoryEvent.Kind.MODE_SEEN,
                        OperatingMode.PASSIVE,
                        "was auto");
        try (var history = open(folder)) {
            history.remember(battery(SALON, "salon"));
            history.colours().save(List.of(day));
            history.record(event);
            history.record(event);
            history.flush();
            assertThat(history.outbox().after(OutboxStream.TEMPO_DAYS, 0, 10))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Outgoing.TempoDayRow.class,
                            row -> assertThat(row.day()).isEqualTo(day));
            assertThat(history.outbox().after(OutboxStream.EVENTS, 0, 10))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Outgoing.EventRow.class,
                            row -> assertThat(row.event()).isEqualTo(event));
        }
    }

    @Test
    void the_backlog_counts_what_waits_and_tells_its_age() throws Exception {
        try (var history = open(folder)) {
            assertThat(history.outbox().backlog(OutboxStream.READINGS, 0))
                    .isEqualTo(Outbox.Backlog.NONE);
            for (int minute = 0; minute < 5; minute++) {
                history.store(power(minute, 1));
            }
            history.flush();
            var outbox = history.outbox();
            long second = outbox.after(OutboxStream.READINGS, 0, 2).getLast().seq();
            assertThat(outbox.backlog(OutboxStream.READINGS, second))
                    .isEqualTo(new Outbox.Backlog(3, Optional.of(minute(2))));
        }
    }

    @Test
    void marks_rejected_rows_and_the_identity_survive_a_restart() throws Exception {
        var target = UUID.randomUUID();
        var rejected =
                new Outbox.Rejected(OutboxStream.READINGS, 7, START, "out of range", "a row");
        UUID identity;
        try (var history = open(folder)) {
            identity = history.outbox().identity();
            history.outbox().acknowledged(target, OutboxStream.READINGS, 41);
            history.outbox().acknowledged(target, OutboxStream.READINGS, 42);
            history.outbox().reject(rejected);
            history.outbox().reject(rejected);
        }
        try (var history = open(folder)) {
            var outbox = history.outbox();
            assertThat(outbox.identity()).isEqualTo(identity);
            assertThat(outbox.acknowledged(target, OutboxStream.READINGS)).isEqualTo(42);
            assertThat(outbox.acknowledged(UUID.randomUUID(), OutboxStream.READINGS)).isZero();
            assertThat(outbox.rejected(10)).containsExactly(rejected);
            assertThat(outbox.rejectedCount()).isEqualTo(1);
        }
    }

    @Test
    void it_signals_when_there_is_more() throws Exception {
        try (var history = open(folder)) {
            var heard = new AtomicInteger();
            try (var _ = history.outbox().onMore(heard::incrementAndGet)) {
                int before = heard.get();
                history.store(power(0, 1));
                history.flush();
                assertThat(heard.get()).isGreaterThan(before);
            }
        }
    }

    @Test
    void a_database_of_the_first_version_is_taken_over_with_all_it_has() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("history");
        Flyway.configure(OutboxTest.class.getClassLoader())
                .dataSource(url, "sa", "")
                .locations("classpath:pilotempo/history")
                .target("1")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO battery VALUES (1, '02005e000001', 'salon', 'Salon', 'VenusE 3.0',"
                            + " 147, '', 0)");
            statement.execute(
                    "INSERT INTO reading (battery_no, time, soc_pct) VALUES (1, 1767614400000, 50)");
            statement.execute(
                    "INSERT INTO rollup_15m (battery_no, bucket, n, soc_pct_n, power_w_n,"
                            + " ongrid_power_w_n, offgrid_power_w_n, pv_power_w_n, temperature_c_n,"
                            + " meter_power_w_n) SELECT 1, 1767614400000 + 900000 * x, 1, 0, 0, 0, 0,"
                            + " 0, 0, 0 FROM SYSTEM_RANGE(1, 2500)");
            // A first try that ended in the middle.
            statement.execute("CREATE SEQUENCE change_block START WITH 1");
            statement.execute("ALTER TABLE battery ADD COLUMN changed BIGINT DEFAULT 0 NOT NULL");
        }
        try (var history = open(folder)) {
            var outbox = history.outbox();
            assertThat(outbox.after(OutboxStream.READINGS, 0, 10)).hasSize(1);
            assertThat(outbox.after(OutboxStream.BATTERIES, 0, 10)).hasSize(1);
            assertThat(outbox.after(OutboxStream.BATTERY_QUARTERS, 0, 3_000)).hasSize(2_500);
            long last = outbox.newest(OutboxStream.BATTERY_QUARTERS);
            history.store(power(1, 1));
            history.flush();
            assertThat(outbox.after(OutboxStream.BATTERY_QUARTERS, last, 10)).isNotEmpty();
        }
    }

    private static Reading power(int minute, double watts) {
        return reading(SALON, minute(minute), Map.of(Quantity.ONGRID_POWER_W, watts));
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static List<Instant> times(List<Outgoing> rows) {
        return rows.stream()
                .map(row -> Instant.ofEpochMilli(((Outgoing.ReadingRow) row).at()))
                .toList();
    }
}
