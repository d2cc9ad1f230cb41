package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Time;

/**
 * The file as a kill leaves it after each single write of a session and in the middle of larger
 * ones, and as a power cut leaves it: whatever was not forced is there or not, block by block. A
 * session records, imports meanwhile, and is closed; every other one goes on from a file that such
 * a moment left. {@code -Dpilotempo.sessions=20} tries more sessions, {@code
 * -Dpilotempo.ordered=false} shows what H2 makes of it alone.
 */
class EveryWriteTest {
    private static final int SESSIONS = Integer.getInteger("pilotempo.sessions", 3);
    private static final boolean ORDERED =
            Boolean.parseBoolean(System.getProperty("pilotempo.ordered", "true"));
    private static final int COMMITS = 20;
    private static final int IMPORTED = 900;
    private static final CsvImport.Sizes PARTS = new CsvImport.Sizes(450, 150);

    @TempDir private Path folder;
    private Path data = Path.of("");
    private Path left = Path.of("");
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<Mac, Integer> promised = new HashMap<>();
    private final List<String> bad = new ArrayList<>();
    private int states;

    @Test
    void whenever_it_dies_what_was_promised_is_there_and_the_roll_ups_agree() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        left = Files.createDirectory(folder.resolve("left"));
        Fixtures.open(data).close();
        var file = data.resolve("history.mv.db");
        for (int session = 0; session < SESSIONS; session++) {
            var begin = new DiskImage(Files.readAllBytes(file));
            look(begin);
            record(session);
            var changes = RecordingDisk.changes();
            int end = session % 2 == 0 ? random.nextInt(changes.size()) : -1;
            replay(begin, changes, end, "session " + session).save(file);
        }
        System.out.printf("EveryWriteTest seed %d: %d states, %d bad%n", seed, states, bad.size());
        assertThat(bad).isEmpty();
    }

    /** What is there counts as promised. */
    private void look(DiskImage image) throws SQLException {
        image.save(left.resolve("history.mv.db"));
        try (var connection = new HistoryFile(left, "file:").open();
                var statement = connection.createStatement()) {
            promised.clear();
            promised.putAll(count(statement, "reading", "COUNT(*)"));
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    private void record(int session) throws Exception {
        var csv = folder.resolve("readings-" + session + ".csv");
        var lines = new ArrayList<>(List.of(CsvImportTest.header()));
        var start = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(90L * session));
        Simulated.battery(random, GARAGE, start, 600, IMPORTED)
                .forEach(reading -> lines.add(CsvImportTest.line(reading)));
        Files.write(csv, lines);
        int stored = promised.getOrDefault(SALON, 0);
        int imported = promised.getOrDefault(GARAGE, 0);
        RecordingDisk.install();
        var file =
                ORDERED
                        ? new HistoryFile(data, RecordingDisk.SCHEME)
                        : HistoryFile.unordered(data, RecordingDisk.SCHEME);
        try (var history = LocalHistory.open(file, Fixtures.QUICK, Fixtures.PARIS, Time.system())) {
            var importing = new CompletableFuture<ImportReport>();
            for (int commit = 0; commit < COMMITS || !importing.isDone(); commit++) {
                if (commit == COMMITS / 2) {
                    startImport(history, csv, imported, importing);
                }
                for (int i = 0; i < 7; i++) {
                    history.store(KilledRecorder.reading(stored++));
                }
                history.flush();
                RecordingDisk.note(new RecordingDisk.Promised(SALON, stored));
            }
            assertThat(importing.join().stored()).isEqualTo(IMPORTED);
        }
    }

    private static void startImport(
            LocalHistory history, Path csv, int before, CompletableFuture<ImportReport> result) {
        Thread.ofPlatform()
                .name("import")
                .start(
                        () -> {
                            try {
                                result.complete(
                                        history.importCsv(
                                                csv,
                                                CsvImportTest.IDS,
                                                PARTS,
                                                told ->
                                                        RecordingDisk.note(
                                                                new RecordingDisk.Promised(
                                                                        GARAGE,
                                                                        before
                                                                                + (int)
                                                                                        told
                                                                                                .readings()))));
                            } catch (Exception failed) {
                                result.completeExceptionally(failed);
                            }
                        });
    }

    /** Looks at all that a session may leave; returns what it left, or at one moment in it. */
    private DiskImage replay(
            DiskImage begin, List<RecordingDisk.Change> changes, int moment, String session) {
        var now = begin;
        var forced = begin.copy();
        var unforced = new ArrayList<RecordingDisk.Change>();
        var found = begin;
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            switch (change) {
                case RecordingDisk.Promised(var battery, var readings) ->
                        promised.put(battery, readings);
                case RecordingDisk.Forced _ -> {
                    forced = now.copy();
                    unforced.clear();
                }
                case RecordingDisk.Written _, RecordingDisk.Cut _ -> {
                    if (change instanceof RecordingDisk.Written written
                            && written.bytes().length > DiskImage.BLOCK) {
                        var torn = now.copy();
                        int blocks = written.bytes().length / DiskImage.BLOCK;
                        torn.applyFirst(written, 1 + random.nextInt(blocks));
                        check(torn, session + ", torn " + i);
                    }
                    now.apply(change);
                    unforced.add(change);
                    check(now, session + ", write " + i);
                    check(cut(forced, unforced), session + ", power cut " + i);
                }
            }
            if (i == moment) {
                found = random.nextBoolean() ? now.copy() : cut(forced, unforced);
            }
        }
        return moment < 0 ? now : found;
    }

    private DiskImage cut(DiskImage forced, List<RecordingDisk.Change> unforced) {
        var image = forced.copy();
        double likelihood = 0.1 + 0.4 * random.nextInt(3);
        unforced.forEach(change -> image.applySome(change, likelihood, random));
        return image;
    }

    private void check(DiskImage image, String what) {
        states++;
        image.save(left.resolve("history.mv.db"));
        try (var connection = new HistoryFile(left, "file:").open();
                var statement = connection.createStatement()) {
            var readings = count(statement, "reading", "COUNT(ongrid_power_w + soc_pct * 0)");
            var all = count(statement, "reading", "COUNT(*)");
            for (var battery : promised.keySet()) {
                assertThat(all.getOrDefault(battery, 0))
                        .as("%s of %s", what, battery)
                        .isGreaterThanOrEqualTo(promised.getOrDefault(battery, 0));
            }
            for (var table : List.of("rollup_15m", "rollup_1h", "rollup_1d")) {
                assertThat(count(statement, table, "SUM(n)"))
                        .as("%s, %s", what, table)
                        .isEqualTo(all);
            }
            assertThat(readings).containsOnlyKeys(all.keySet());
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (AssertionError | SQLException | RuntimeException lost) {
            bad.add(what + ": " + lost.getMessage());
        }
    }

    private static Map<Mac, Integer> count(Statement statement, String table, String what)
            throws SQLException {
        var counts = new HashMap<Mac, Integer>();
        try (var found =
                statement.executeQuery(
                        "SELECT mac, "
                                + what
                                + " FROM "
                                + table
                                + " JOIN battery USING (battery_no) GROUP BY mac")) {
            while (found.next()) {
                counts.put(new Mac(found.getString(1)), found.getInt(2));
            }
        }
        return counts;
    }
}
