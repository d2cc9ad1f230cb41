package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pilotempo.history.Fixtures.SALON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int KILLS = 5;

    @TempDir private Path folder;

    @Test
    void a_kill_loses_nothing_that_was_durable_and_tears_nothing() throws Exception {
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int durable = recordUntilKilled(next, 3 + 5 * kill);
            try (var history = Fixtures.open(folder)) {
                var rows = lines(history, Step.RAW);
                assertThat(rows).hasSizeGreaterThanOrEqualTo(durable);
                for (int i = 0; i < rows.size(); i++) {
                    assertThat(rows.get(i))
                            .startsWith(
                                    KilledRecorder.reading(i).at().toString().replace("Z", ".000Z"))
                            .contains("," + i % 101 + ",");
                }
                int samples = 0;
                double energy = 0;
                for (var quarter : lines(history, Step.QUARTER)) {
                    var cells = quarter.split(",", -1);
                    samples += Integer.parseInt(cells[2]);
                    energy += Double.parseDouble(cells[cells.length - 1]);
                }
                assertThat(samples).isEqualTo(rows.size());
                assertThat(energy).isCloseTo((rows.size() - 1) * 0.1, within(1e-3));
                assertThat(history.newest(SALON)).contains(KilledRecorder.reading(rows.size() - 1));
                next = rows.size();
            }
        }
        assertThat(next).isGreaterThan(KILLS * 3 * 7);
    }

    @Test
    void a_kill_loses_at_most_what_came_within_the_commit_interval() throws Exception {
        var interval = Duration.ofSeconds(1);
        // The writing itself takes time, on a busy machine more.
        var slack = Duration.ofSeconds(4);
        int next = 0;
        for (int kill = 0; kill < 2; kill++) {
            int promised = acceptUntilKilled(next, interval, interval.plus(slack), 130 + 7 * kill);
            try (var history = Fixtures.open(folder)) {
                int stored = lines(history, Step.RAW).size();
                assertThat(stored).isGreaterThan(promised);
                next = stored;
            }
        }
    }

    @Test
    void a_kill_in_the_middle_of_an_import_leaves_what_is_consistent_and_it_can_be_completed()
            throws Exception {
        var random = new Random(9);
        var readings = CsvImportTest.twoYears(random).subList(0, 6_000);
        var file = folder.resolve("readings.csv");
        var content = new ArrayList<String>();
        content.add(CsvImportTest.header());
        readings.forEach(reading -> content.add(CsvImportTest.line(reading)));
        Files.write(file, content);
        for (int parts = 1; parts <= 4; parts += 3) {
            int durable = tellUntilKilled(KilledImport.class, parts, file.toString());
            try (var history = Fixtures.open(folder)) {
                int stored = lines(history, Step.RAW).size();
                assertThat(stored).isBetween(durable, readings.size());
                int samples = 0;
                for (var quarter : lines(history, Step.QUARTER)) {
                    samples += Integer.parseInt(quarter.split(",", -1)[2]);
                }
                assertThat(samples).isEqualTo(stored);
            }
        }
        try (var history = Fixtures.open(folder);
                var whole = Fixtures.open(folder.resolve("whole"))) {
            history.importCsv(file, CsvImportTest.IDS, CsvImportTest.SMALL, _ -> {});
            whole.importCsv(file, CsvImportTest.IDS, _ -> {});
            assertThat(CsvImportTest.exports(history)).isEqualTo(CsvImportTest.exports(whole));
            assertThat(history.houseLedger(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")))
                    .containsExactlyElementsOf(Simulated.ledger(readings));
        }
    }

    /** Returns the newest reading that was accepted longer than the promise before the kill. */
    private int acceptUntilKilled(int from, Duration interval, Duration promise, int readings)
            throws IOException, InterruptedException {
        var process = start(KilledRecorder.class, Integer.toString(from), interval.toString());
        var accepted = new ArrayList<Long>();
        try (var told = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < readings; i++) {
                assertThat(told.readLine()).isEqualTo("accepted " + (from + i));
                accepted.add(System.nanoTime());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        long killed = System.nanoTime();
        long old = accepted.stream().filter(at -> killed - at > promise.toNanos()).count();
        assertThat(old).isPositive();
        return (int) (from + old - 1);
    }

    private int recordUntilKilled(int from, int flushes) throws IOException, InterruptedException {
        return tellUntilKilled(KilledRecorder.class, flushes, Integer.toString(from));
    }

    /** Kills a program after so many things that it told; returns what it told last. */
    private int tellUntilKilled(Class<?> program, int times, String argument)
            throws IOException, InterruptedException {
        var process = start(program, argument);
        int durable = 0;
        try (var told = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < times; i++) {
                var line = told.readLine();
                assertThat(line).startsWith("durable ");
                durable = Integer.parseInt(line.substring("durable ".length()));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return durable;
    }

    private Process start(Class<?> program, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName(),
                                folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> lines(History history, Step step) throws Exception {
        var out = new ByteArrayOutputStream();
        history.export(
                new ExportRequest(null, null, List.of(), Map.of(), step, ExportRequest.Format.CSV),
                out,
                _ -> {});
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
