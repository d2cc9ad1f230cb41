package pilotempo.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import pilotempo.battery.Mac;

/** Any settings that a file may hold. */
final class RandomSettings {
    private static final List<String> WORDS =
            List.of(
                    "a",
                    "auto",
                    "null",
                    "~",
                    "true",
                    "12",
                    "0x1F",
                    "1e3",
                    "é — 電池 🔋",
                    "# no",
                    "a: b",
                    "- x",
                    "{}",
                    "[",
                    "'",
                    "\"",
                    "\\",
                    "a\nb",
                    "tab\tx",
                    " lead",
                    "trail ",
                    "%",
                    "@x",
                    "&a",
                    "*a",
                    "!t",
                    "|",
                    ">",
                    "a #b",
                    "a,b",
                    "\u0085",
                    "a\u2028b",
                    "=",
                    "<<",
                    "0.10");
    private final RandomGenerator random;

    RandomSettings(RandomGenerator random) {
        this.random = random;
    }

    Settings any() {
        return new Settings(
                batteries(),
                one(List.of(ZoneId.of("Europe/Paris"), ZoneId.of("UTC"), ZoneId.of("+02:00"))),
                new PollSettings(
                        maybe(() -> duration(2_000)),
                        duration(2_000),
                        maybe(() -> Duration.ofMillis(random.nextInt(200, 300_000))),
                        Duration.ofSeconds(random.nextInt(2, 120)),
                        random.nextInt(6),
                        random.nextBoolean(),
                        maybe(() -> "192.0.2." + random.nextInt(256)),
                        random.nextBoolean()),
                new HistorySettings(
                        Duration.ofMillis(random.nextInt(1000, 600_000)),
                        maybe(() -> random.nextInt(1, 36500))),
                tempo(),
                new DatabaseSettings(
                        maybe(() -> "jdbc:postgresql://h/x?a=" + random.nextInt(9)),
                        words(),
                        secret()),
                planning(),
                notifications(),
                new LoggingSettings(
                        one(List.of(LoggingSettings.Level.values())),
                        one(List.of(LoggingSettings.Format.values())),
                        maybe(() -> Path.of("/var/log/pilotempo " + random.nextInt(9) + ".log"))),
                new UiSettings(
                        one(List.of(UiSettings.Language.values())),
                        one(List.of(UiSettings.Theme.values())),
                        secret()));
    }

    private TempoSettings tempo() {
        return new TempoSettings(
                one(List.of(TempoSettings.Source.values())),
                URI.create("http://localhost:" + random.nextInt(1, 9)),
                maybe(this::words),
                secret(),
                URI.create("https://example.org/api" + random.nextInt(3)),
                maybe(this::words),
                one(List.of("edf-tempo", "mine", "2027", "-")),
                prices(),
                maybe(() -> random.nextInt(3, 37)),
                new BigDecimal(random.nextInt(100)).movePointLeft(2));
    }

    private PlanningSettings planning() {
        return new PlanningSettings(
                one(List.of("none", "tempo")),
                random.nextInt(1, 101),
                maybe(() -> random.nextInt(50, 10_001)),
                one(List.of(Set.of("RED"), Set.of("WHITE"), Set.of("RED", "WHITE"))),
                one(List.of("auto", "always", "never")),
                one(List.of("restore", "auto", "ai")),
                random.nextBoolean());
    }

    private NotificationSettings notifications() {
        return new NotificationSettings(
                URI.create("https://api.telegram.org"),
                secret(),
                maybe(this::words),
                maybe(() -> URI.create("https://ntfy.sh/x/")),
                maybe(this::words),
                maybe(() -> random.nextInt(1, 100)),
                maybe(() -> random.nextInt(50, 101)),
                random.nextInt(20, 91),
                random.nextInt(1, 1001),
                one(List.of("22:00-07:00", "00:00-23:59")));
    }

    private List<BatterySettings> batteries() {
        var batteries = new ArrayList<BatterySettings>();
        for (int i = random.nextInt(5); i > 0; i--) {
            batteries.add(battery(i));
        }
        return batteries;
    }

    private BatterySettings battery(int number) {
        boolean host = random.nextBoolean();
        boolean mac = !host || random.nextBoolean();
        return new BatterySettings(
                one(List.of("b", "-", "0", ".x_")) + number,
                random.nextBoolean() ? "Salon" : words(),
                host ? Optional.of("192.0.2." + number) : Optional.empty(),
                random.nextBoolean() ? 30000 : random.nextInt(1, 65536),
                mac ? Optional.of(new Mac("02005e00000" + number)) : Optional.empty(),
                maybe(() -> duration(2_000)),
                maybe(() -> duration(2_000)),
                maybe(() -> Duration.ofMillis(random.nextInt(200, 300_000))),
                maybe(() -> Duration.ofSeconds(random.nextInt(2, 120))),
                maybe(() -> random.nextInt(6)),
                random.nextBoolean());
    }

    private List<TempoSettings.OwnPrice> prices() {
        var rows = new ArrayList<TempoSettings.OwnPrice>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var prices = new LinkedHashMap<String, BigDecimal>();
            for (var name : SettingsKeys.PRICE_CLASSES) {
                prices.put(name, new BigDecimal(random.nextInt(10_000)).movePointLeft(4));
            }
            rows.add(new TempoSettings.OwnPrice(LocalDate.of(2027, i, 1), prices));
        }
        return rows;
    }

    private Duration duration(int leastMillis) {
        return one(
                List.of(
                        Duration.ofMillis(random.nextInt(leastMillis, 86_400_000)),
                        Duration.ofSeconds(random.nextInt(2, 86_400)),
                        Duration.ofMinutes(random.nextInt(1, 1440)),
                        Duration.ofHours(random.nextInt(1, 25))));
    }

    private String words() {
        return one(WORDS);
    }

    private Optional<Secret> secret() {
        return maybe(() -> new Secret(words()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
