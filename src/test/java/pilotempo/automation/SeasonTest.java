package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;

/**
 * Nights of a real season over real sockets and a real database: a row of five red days, whose
 * machine sleeps by day, and from the second night on until 02:00 too. {@code
 * -Dpilotempo.season=2024-09-02/2025-08-31} lives every night of that time from 21:58 to 06:04, in
 * some five seconds each.
 */
class SeasonTest {
    private static final @Nullable String ASKED_FOR = System.getProperty("pilotempo.season");
    private static final Duration GLANCE = Duration.ofMinutes(5);

    @TempDir private Path data;
    private final SoftAssertions softly = new SoftAssertions();
    private final RealSeason season = RealSeason.of("2024-2025");

    @Test
    void every_red_day_of_a_row_begins_full_and_every_day_in_auto() {
        var days = Objects.requireNonNullElse(ASKED_FOR, "2025-01-13/2025-01-17").split("/", 2);
        var first = LocalDate.parse(days[0]);
        var last = LocalDate.parse(days[1]);
        int reds = 0;
        try (var house = new RealHouse(data, first.minusDays(1) + "T21:58:00", 55, 2)) {
            house.asked(Optional.of(Duration.ofSeconds(60)), Duration.ofSeconds(2)).start();
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                house.clock.leapTo(at(day.minusDays(1), "21:58"));
                if (ASKED_FOR == null && day.isAfter(first)) {
                    live(house, at(day.minusDays(1), "22:20"));
                    house.clock.leapTo(at(day, "02:00"));
                }
                boolean red = season.colours().get(day) == TempoColour.RED;
                reds += red ? 1 : 0;
                night(house, day, red);
                if (ASKED_FOR != null) {
                    System.out.printf("lived to %s, %d red days%n", day, reds);
                }
            }
        }
        softly.assertAll();
        if (ASKED_FOR == null) {
            assertThat(reds).isEqualTo(5);
        }
    }

    private void night(RealHouse house, LocalDate day, boolean red) {
        live(house, at(day, "06:00"));
        for (int battery = 1; red && battery <= 2; battery++) {
            softly.assertThat(house.level(battery))
                    .as("level of b%s at six of the red %s", battery, day)
                    .isGreaterThanOrEqualTo(98);
        }
        house.clock.until(at(day, "06:04"));
        for (int battery = 1; battery <= 2; battery++) {
            softly.assertThat(house.mode(battery))
                    .as("mode of b%s on %s", battery, day)
                    .isEqualTo(OperatingMode.AUTO);
            softly.assertThat(house.journal(battery, at(day.minusDays(1), "21:00")))
                    .as("orders to b%s in the night to %s", battery, day)
                    .hasSizeLessThanOrEqualTo(4)
                    .allSatisfy(entry -> endsBySix(entry, day));
        }
    }

    /** Looks at the batteries themselves, not at what the program knows of them. */
    private void live(RealHouse house, Instant end) {
        while (house.clock.now().isBefore(end)) {
            var next = house.clock.now().plus(GLANCE);
            house.clock.until(next.isBefore(end) ? next : end);
            var local = house.clock.now().atZone(House.PARIS).toLocalTime();
            boolean mayCharge =
                    local.isAfter(LocalTime.of(22, 4)) || local.isBefore(LocalTime.of(5, 51));
            for (int battery = 1; battery <= 2; battery++) {
                softly.assertThat(house.power(battery))
                        .as("power of b%s at %s", battery, house.clock.now())
                        .isGreaterThan(mayCharge ? -2100 : -60);
            }
        }
    }

    private static void endsBySix(JournalEntry entry, LocalDate day) {
        var until = entry.until();
        if (until != null) {
            assertThat(until).isBeforeOrEqualTo(at(day, "06:00"));
        }
    }

    private static Instant at(LocalDate day, String local) {
        return House.paris(day + "T" + local + ":00");
    }
}
