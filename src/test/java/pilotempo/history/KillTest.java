package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pilotempo.history.Fixtures.SALON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private int recordUntilKilled(int from, int flushes) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledRecorder.class.getName(),
                                folder.toString(),
                                Integer.toString(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int durable = 0;
        try (var told = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < flushes; i++) {
                var line = told.readLine();
                assertThat(line).startsWith("durable ");
                durable = Integer.parseInt(line.substring("durable ".length()));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return durable;
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
