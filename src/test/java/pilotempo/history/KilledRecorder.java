package pilotempo.history;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;

/**
 * Records until it is killed. With two arguments it flushes and tells what is durable; with a
 * third, the commit interval, it never flushes and tells what was accepted, 20 readings a second.
 */
final class KilledRecorder {
    private KilledRecorder() {}

    public static void main(String[] args) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int number = Integer.parseInt(args[1]);
        if (args.length > 2) {
            accept(out, Path.of(args[0]), number, Duration.parse(args[2]));
        }
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

    private static void accept(PrintStream out, Path folder, int from, Duration interval)
            throws InterruptedException {
        var time = Time.system();
        var settings = new HistorySettings(interval, Optional.empty());
        try (var history = LocalHistory.open(folder, settings, Fixtures.PARIS, time)) {
            for (int number = from; ; number++) {
                history.store(reading(number));
                out.println("accepted " + number);
                time.pause().forAtLeast(Duration.ofMillis(50));
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
