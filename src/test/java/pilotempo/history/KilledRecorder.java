package pilotempo.history;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

/** Records until it is killed, and tells which reading is durable. */
final class KilledRecorder {
    private KilledRecorder() {}

    public static void main(String[] args) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int number = Integer.parseInt(args[1]);
        try (var history = Fixtures.open(Path.of(args[0]))) {
            while (true) {
                for (int i = 0; i < 7; i++) {
                    history.store(reading(number++));
                }
                history.flush();
                out.println("durable " + number);
            }
        }
    }

    static Reading reading(int number) {
        return Fixtures.reading(
                Fixtures.SALON,
                Instant.parse("2026-01-05T00:00:00Z").plusSeconds(number),
                Map.of(Quantity.ONGRID_POWER_W, 360.0, Quantity.SOC_PCT, number % 101.0));
    }
}
