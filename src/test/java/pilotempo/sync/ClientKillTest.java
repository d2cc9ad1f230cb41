package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Quantity;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.history.Outgoing;
import pilotempo.lifecycle.Time;

/** {@code -Dpilotempo.kills=20} kills more often. */
class ClientKillTest {
    private static final int KILLS = Integer.getInteger("pilotempo.kills", 3);

    @TempDir private Path folder;

    @Test
    void a_program_killed_again_and_again_leaves_the_same_on_both_sides_row_for_row()
            throws Exception {
        var server = TestServer.fresh();
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(server, next, random.nextInt(1_500));
            try (var history = KilledClient.history(folder)) {
                next = (int) history.outbox().newest(OutboxStream.READINGS);
            }
        }
        try (var history = KilledClient.history(folder);
                var sync =
                        ServerSync.open(
                                server.settings(),
                                KilledClient.PARIS,
                                history.outbox(),
                                Time.system(),
                                RandomGenerator.getDefault())) {
            assertThat(sync.pass().error()).isEmpty();
            var outbox = history.outbox();
            assertThat(
                            server.texts(
                                    "SELECT concat_ws('|', battery_id, (extract(epoch FROM time) *"
                                            + " 1000)::bigint, soc_pct, ongrid_power_w, mode) FROM"
                                            + " pilotempo.reading ORDER BY time, battery_id"))
                    .as("seed " + seed)
                    .hasSizeGreaterThan(KILLS * 300)
                    .containsExactlyElementsOf(readings(outbox));
            assertThat(
                            server.texts(
                                    "SELECT concat_ws('|', battery_id, (extract(epoch FROM time) *"
                                            + " 1000)::bigint, round(energy_in_wh::numeric, 6),"
                                            + " round(energy_out_wh::numeric, 6)) FROM"
                                            + " pilotempo.battery_quarter"))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(quarters(outbox));
            assertThat(server.texts("SELECT command_id || '|' || result FROM pilotempo.command"))
                    .as("seed " + seed)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(commands(outbox));
        }
    }

    private void killAfter(TestServer server, int from, int millis)
            throws IOException, InterruptedException, SQLException {
        var settings = server.settings();
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledClient.class.getName(),
                                folder.toString(),
                                settings.url().orElseThrow(),
                                settings.user(),
                                "",
                                Integer.toString(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var told = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(told.readLine()).startsWith("durable ");
            long end = System.nanoTime() + millis * 1_000_000L;
            while (System.nanoTime() < end) {
                assertThat(told.readLine()).startsWith("durable ");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> readings(Outbox outbox) throws InterruptedException {
        var rows = new ArrayList<Outgoing.ReadingRow>();
        for (var row : outbox.after(OutboxStream.READINGS, 0, Integer.MAX_VALUE)) {
            rows.add((Outgoing.ReadingRow) row);
        }
        rows.sort(
                Comparator.comparingLong(Outgoing.ReadingRow::at)
                        .thenComparing(row -> row.battery().hex()));
        return rows.stream()
                .map(
                        row ->
                                String.join(
                                        "|",
                                        row.battery().hex(),
                                        Long.toString(row.at()),
                                        number(row.value(Quantity.SOC_PCT)),
                                        number(row.value(Quantity.ONGRID_POWER_W)),
                                        "Auto"))
                .toList();
    }

    private static List<String> quarters(Outbox outbox) throws InterruptedException {
        var texts = new ArrayList<String>();
        for (var row : outbox.after(OutboxStream.BATTERY_QUARTERS, 0, Integer.MAX_VALUE)) {
            var quarter = (Outgoing.BatteryQuarterRow) row;
            texts.add(
                    String.join(
                            "|",
                            quarter.battery().hex(),
                            Long.toString(quarter.begin().toEpochMilli()),
                            rounded(quarter.energyInWh()),
                            rounded(quarter.energyOutWh())));
        }
        return texts;
    }

    private static List<String> commands(Outbox outbox) throws InterruptedException {
        var texts = new ArrayList<String>();
        for (var row : outbox.after(OutboxStream.COMMANDS, 0, Integer.MAX_VALUE)) {
            var entry = ((Outgoing.CommandRow) row).entry();
            texts.add(entry.id() + "|" + entry.result().word());
        }
        return texts;
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
