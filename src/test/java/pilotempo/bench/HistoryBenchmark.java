package pilotempo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.LocalHistory;
import pilotempo.history.RangeQuery;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedPast;
import pilotempo.settings.HistorySettings;

/**
 * Import, recording, size and ranges of the local database. The import is a process of its own with
 * the shipped launcher's flags, its start and the making of the database included.
 */
final class HistoryBenchmark {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int POINTS = 1_500;
    private static final int REPEATS = 5;
    private static final int INGESTED = 50_000;

    private final Path jars;
    private final Path work;
    private final int batteries;
    private final int days;
    private final List<String> rows = new ArrayList<>();

    private HistoryBenchmark(Path jars, Path work, int batteries, int days) {
        this.jars = jars;
        this.work = work;
        this.batteries = batteries;
        this.days = days;
    }

    /** Lines of the table, for so many batteries over so many days. */
    static List<String> measure(Path jars, Path work, int batteries, int days) throws Exception {
        var folder = Files.createDirectories(work.resolve("history-" + batteries));
        var benchmark = new HistoryBenchmark(jars, folder, batteries, days);
        benchmark.run();
        return benchmark.rows;
    }

    private void run() throws Exception {
        var file = work.resolve("year.csv");
        long readings = YearFile.write(file, batteries, days);
        var data = work.resolve("data");
        double seconds = importCsv(file, data);
        row(
                "history import",
                "≥ 50,000 rows/s",
                "%,d rows/s (%,d readings, %.0f MB of CSV)"
                        .formatted(
                                Math.round(readings / seconds), readings, Files.size(file) / 1e6));
        long imported = Files.size(database(data));
        try (var history = open(data)) {
            row("recording", "", "%,d readings/s".formatted(Math.round(ingest(history))));
        }
        row(
                "local database, as the import left it",
                "",
                "%.0f bytes a reading".formatted((double) imported / readings));
        Files.delete(file);
        compact(data);
        row(
                "local database, compacted",
                "≤ 80 bytes a reading",
                "%.0f bytes a reading, roll-ups and ledger included"
                        .formatted((double) Files.size(database(data)) / (readings + INGESTED)));
        ranges(data);
    }

    private double importCsv(Path file, Path data) throws Exception {
        var builder =
                new ProcessBuilder(
                                "sh",
                                "packaging/linux/pilotempo.sh",
                                "history",
                                "import",
                                file.toString(),
                                "--data",
                                data.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PILOTEMPO_RUNTIME", System.getProperty("java.home"));
        builder.environment().put("PILOTEMPO_JARS", jars.toAbsolutePath().toString());
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        double seconds = seconds(start);
        if (code != 0) {
            throw new IllegalStateException("history import ended with " + code);
        }
        return seconds;
    }

    /** Readings as they come, made durable in between as the program does. */
    private double ingest(History history) throws InterruptedException {
        var readings = new ArrayList<Reading>();
        var from = YearFile.from().plus(Duration.ofDays(days));
        var plan = FleetPlan.local(batteries, "127.0.0.1", 0, Set.of(), 7);
        var length = Duration.ofSeconds(10L * INGESTED / batteries);
        SimulatedPast.tell(plan, from, from.plus(length), Duration.ofSeconds(10), readings::add);
        long start = System.nanoTime();
        for (var reading : readings) {
            history.store(reading);
        }
        history.flush();
        return readings.size() / seconds(start);
    }

    private void ranges(Path data) throws Exception {
        try (var history = open(data)) {
            var until = YearFile.from().plus(Duration.ofDays(days));
            range(history, until, days);
            for (int length : new int[] {30, 7, 1}) {
                if (length < days) {
                    range(history, until, length);
                }
            }
        }
        row(
                "the same year, GROUP BY on the readings of one battery",
                "",
                "%.0f ms".formatted(raw(data) * 1e3));
    }

    private void range(History history, Instant until, int length) throws InterruptedException {
        var query =
                new RangeQuery(
                        macs(),
                        until.minus(Duration.ofDays(length)),
                        until,
                        EnumSet.of(Quantity.POWER_W, Quantity.ONGRID_POWER_W, Quantity.SOC_PCT),
                        POINTS);
        long start = System.nanoTime();
        history.range(query);
        double first = seconds(start);
        double best = first;
        for (int i = 0; i < REPEATS; i++) {
            long again = System.nanoTime();
            history.range(query);
            best = Math.min(best, seconds(again));
        }
        row(
                "%d days to data".formatted(length),
                length == days && batteries == 1 ? "≤ 150 ms" : "",
                "%.0f ms first, %.0f ms again".formatted(first * 1e3, best * 1e3));
    }

    private double raw(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection(url(data), "sa", "");
                var query =
                        connection.prepareStatement(
                                "SELECT time / ? AS bucket, AVG(power_w), MIN(power_w),"
                                        + " MAX(power_w), AVG(soc_pct) FROM reading"
                                        + " WHERE battery_no = 1 GROUP BY bucket")) {
            query.setLong(1, Duration.ofDays(days).toMillis() / POINTS);
            long start = System.nanoTime();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    found.getDouble(2);
                }
            }
            return seconds(start);
        }
    }

    private List<Mac> macs() {
        return FleetPlan.local(batteries, "127.0.0.1", 0, Set.of(), 7).batteries().stream()
                .map(battery -> battery.device().mac())
                .toList();
    }

    private void row(String what, String budget, String measured) {
        var who = batteries == 1 ? "1 battery" : batteries + " batteries";
        var line =
                "| %s, %s, %d days at 10 s | %s | %s |"
                        .formatted(what, who, days, budget, measured);
        System.out.println(line);
        rows.add(line);
    }

    private static History open(Path data) {
        return LocalHistory.open(data, HistorySettings.DEFAULT, PARIS, Time.system());
    }

    private static void compact(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection(url(data), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }

    private static Path database(Path data) {
        return data.resolve("history.mv.db");
    }

    private static String url(Path data) {
        return "jdbc:h2:file:"
                + data.resolve("history").toAbsolutePath()
                + ";OPTIMIZE_REUSE_RESULTS=FALSE";
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
