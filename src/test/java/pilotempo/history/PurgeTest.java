package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.PARIS;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;

class PurgeTest {
    private static final HistorySettings TEN_DAYS =
            new HistorySettings(Duration.ofMillis(50), Optional.of(10));
    private static final Instant START = at("2026-01-05T00:00:00Z");
    private static final Instant END = at("2030-01-01T00:00:00Z");

    @TempDir private Path folder;
    private Instant now = START;

    @Test
    void readings_go_once_they_are_old_and_were_stored_long_ago_and_sums_stay() throws Exception {
        var readings = readings(GARAGE, 1);
        readings.addAll(readings(SALON, 2));
        store(readings, START.plus(Duration.ofDays(3)));
        try (var history = open(START.plus(Duration.ofDays(12)))) {
            assertThat(history.purge(false)).isZero(); // stored eight days ago, or nine
        }
        now = START.plus(Duration.ofDays(30));
        try (var history = open(now)) {
            var exports = CsvImportTest.exports(history);
            var ledger = history.houseLedger(Instant.EPOCH, END);
            var first = history.first();
            assertThat(history.purge(true)).isZero(); // no server was ever heard
            long all = history.outbox().newest(OutboxStream.READINGS);
            var old = UUID.randomUUID();
            var present = UUID.randomUUID();
            history.outbox().acknowledged(old, OutboxStream.READINGS, all);
            history.outbox().acknowledged(present, OutboxStream.READINGS, 100);
            assertThat(history.purge(true)).isEqualTo(100);
            assertThat(history.purge(false)).isEqualTo(readings.size() - 102L);
            var after = CsvImportTest.exports(history);
            for (var step : List.of(Step.QUARTER, Step.HOUR, Step.DAY)) {
                assertThat(after.get(step)).isEqualTo(exports.get(step));
            }
            assertThat(after.getOrDefault(Step.RAW, "").lines()).hasSize(1 + 2);
            assertThat(history.houseLedger(Instant.EPOCH, END)).isEqualTo(ledger);
            assertThat(history.newest(SALON)).isPresent();
            assertThat(history.first().orElseThrow())
                    .isBetween(first.orElseThrow().minusSeconds(900), first.orElseThrow());
            var query =
                    new RangeQuery(
                            List.of(SALON),
                            START,
                            START.plus(Duration.ofHours(5)),
                            Set.of(Quantity.SOC_PCT),
                            1500);
            var range = history.range(query);
            assertThat(range.step()).isEqualTo(Step.QUARTER);
            assertThat(range.series().getFirst().times()).hasSizeGreaterThan(8);
        }
    }

    @Test
    void imported_readings_count_from_their_import() throws Exception {
        var readings = readings(SALON, 3);
        now = START.plus(Duration.ofDays(400));
        importAll(readings);
        now = now.plus(Duration.ofDays(9));
        try (var history = open(now)) {
            assertThat(history.purge(false)).isZero();
        }
        now = now.plus(Duration.ofDays(3));
        try (var history = open(now)) {
            assertThat(history.purge(false)).isZero(); // nothing tells that they were so early
        }
        now = now.plus(Duration.ofDays(8));
        try (var history = open(now)) {
            assertThat(history.purge(false)).isEqualTo(readings.size() - 1);
        }
    }

    @Test
    void what_was_purged_may_be_imported_again_and_what_was_missing_is_added() throws Exception {
        var readings = readings(SALON, 4);
        var missing = List.copyOf(readings.subList(200, 290));
        var recorded = new ArrayList<>(readings);
        recorded.removeAll(missing);
        store(recorded, START);
        now = START.plus(Duration.ofDays(30));
        String quarters;
        List<HouseQuarter> ledger;
        try (var history = open(now)) {
            history.purge(false);
            now = now.plus(Duration.ofDays(1));
            quarters = CsvImportTest.exports(history).getOrDefault(Step.QUARTER, "");
            ledger = history.houseLedger(Instant.EPOCH, END);
        }
        importAll(recorded);
        try (var history = open(now)) {
            assertThat(CsvImportTest.exports(history).get(Step.QUARTER)).isEqualTo(quarters);
            assertThat(history.houseLedger(Instant.EPOCH, END)).isEqualTo(ledger);
        }
        importAll(readings);
        try (var history = open(now);
                var whole = Fixtures.open(folder.resolve("whole"))) {
            readings.forEach(whole::store);
            whole.flush();
            var samples = samples(CsvImportTest.exports(history).getOrDefault(Step.QUARTER, ""));
            assertThat(samples)
                    .isEqualTo(
                            samples(CsvImportTest.exports(whole).getOrDefault(Step.QUARTER, "")));
        }
    }

    @Test
    void a_late_reading_of_a_purged_quarter_takes_nothing_from_it() throws Exception {
        var readings = readings(SALON, 5);
        store(readings, START);
        now = START.plus(Duration.ofDays(30));
        try (var history = open(now)) {
            history.purge(false);
            var before = quarter(history);
            history.store(
                    reading(
                            SALON,
                            before.time().plusSeconds(3),
                            Map.of(Quantity.TEMPERATURE_C, 77.0)));
            history.flush();
            var after = quarter(history);
            assertThat(after.samples()).isEqualTo(before.samples());
            assertThat(after.line()).contains(",77,").isNotEqualTo(before.line());
        }
    }

    @Test
    void without_a_limit_nothing_is_purged() throws Exception {
        store(readings(SALON, 6), START);
        try (var history = Fixtures.open(folder)) {
            assertThat(history.purge(false)).isZero();
        }
    }

    private record Quarter(Instant time, int samples, String line) {}

    private static Quarter quarter(LocalHistory history) throws Exception {
        var line =
                CsvImportTest.exports(history)
                        .getOrDefault(Step.QUARTER, "")
                        .lines()
                        .skip(3)
                        .findFirst()
                        .orElseThrow();
        var cells = line.split(",", -1);
        return new Quarter(Instant.parse(cells[0]), Integer.parseInt(cells[2]), line);
    }

    private static List<String> samples(String export) {
        return export.lines()
                .map(line -> line.replaceFirst("^([^,]*,[^,]*,[^,]*).*", "$1"))
                .toList();
    }

    private static List<Reading> readings(Mac mac, int seed) {
        return new ArrayList<>(Simulated.battery(new Random(seed), mac, START, 60, 400));
    }

    private void store(List<Reading> readings, Instant when) throws InterruptedException {
        try (var history = open(when)) {
            readings.forEach(history::store);
            history.flush();
        }
        try (var history = open(when.plus(Duration.ofDays(1)))) {
            history.store(readings.getFirst());
            history.flush();
        }
    }

    private void importAll(List<Reading> readings) throws Exception {
        var file = folder.resolve("readings.csv");
        var lines = new ArrayList<String>();
        lines.add(CsvImportTest.header());
        readings.forEach(reading -> lines.add(CsvImportTest.line(reading)));
        Files.write(file, lines);
        try (var history = open(now)) {
            history.importCsv(file, CsvImportTest.IDS, _ -> {});
        }
    }

    /** With all sums reckoned that a run before left to the next. */
    private LocalHistory open(Instant when) throws InterruptedException {
        now = when;
        var system = Time.system();
        var history =
                LocalHistory.open(
                        new HistoryFile(folder, "file:"),
                        TEN_DAYS,
                        PARIS,
                        new Time(() -> now, system.ticker(), system.pause()));
        history.settle();
        return history;
    }
}
