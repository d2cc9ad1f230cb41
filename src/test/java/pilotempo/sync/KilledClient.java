package pilotempo.sync;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.JournalEntry;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Time;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.Secret;

/** Records and syncs until it is killed; tells what it has recorded durably. */
final class KilledClient {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
    private static final int AT_ONCE = 300;

    private KilledClient() {}

    /** With a folder, a URL, a role, its password, and the number of the first reading. */
    public static void main(String[] args) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int number = Integer.parseInt(args[4]);
        try (var history = history(Path.of(args[0]));
                var sync =
                        ServerSync.open(
                                new DatabaseSettings(
                                        Optional.of(args[1]),
                                        args[2],
                                        Optional.of(new Secret(args[3]))),
                                PARIS,
                                history.outbox(),
                                Time.system(),
                                RandomGenerator.getDefault())) {
            sync.start();
            var journal = history.journal();
            while (true) {
                var id = UUID.randomUUID();
                journal.note(command(id, number, JournalEntry.Result.PENDING));
                for (int i = 0; i < AT_ONCE; i++) {
                    history.store(reading(number++));
                }
                history.flush();
                sync.tryNow();
                journal.note(command(id, number - AT_ONCE, JournalEntry.Result.VERIFIED));
                out.println("durable " + number);
            }
        }
    }

    static History history(Path folder) {
        return LocalHistory.open(
                folder,
                new HistorySettings(Duration.ofMillis(100), Optional.empty()),
                PARIS,
                Time.system());
    }

    private static JournalEntry command(UUID id, int number, JournalEntry.Result result) {
        return new JournalEntry(
                id,
                new Mac("02005e000001"),
                START.plusSeconds(number),
                JournalEntry.Author.PLAN,
                new ModeCommand.Passive(-100, Duration.ofHours(1)),
                null,
                "",
                result,
                1,
                null,
                "");
    }

    /** Two batteries, in turn, ten seconds apart: over a clock change, with a meter. */
    private static Reading reading(int number) {
        return new Reading(
                new Mac("02005e%06x".formatted(number % 2 + 1)),
                START.plusSeconds(10L * (number / 2)),
                new Observation(
                        Map.of(
                                Quantity.SOC_PCT,
                                number % 101.0,
                                Quantity.ONGRID_POWER_W,
                                number % 2_000 - 1_000.5,
                                Quantity.METER_POWER_W,
                                250.25),
                        OperatingMode.AUTO,
                        true,
                        null,
                        false));
    }
}
