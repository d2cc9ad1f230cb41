package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;

/**
 * Nights of a real season over real sockets and a real database, in minutes: the machine sleeps
 * through the days and most of each night, and wakes where something is due, and now and then in a
 * night before a red day. {@code -Dpilotempo.season=whole} runs the year.
 */
class SeasonTest {
    private static final int FASTER = 100;

    /** A few milliseconds in which a thread waits for its turn are seconds here. */
    private static final Duration JITTER = Duration.ofSeconds(4);

    @TempDir private Path data;

    @Test
    void every_red_day_of_a_row_begins_full_and_every_day_in_auto() {
        boolean whole = "whole".equals(System.getProperty("pilotempo.season"));
        var first = LocalDate.parse(whole ? "2024-09-02" : "2025-01-13");
        var last = LocalDate.parse(whole ? "2025-08-30" : "2025-01-17");
        var colours = RealSeason.of("2024-2025").colours();
        var softly = new SoftAssertions();
        int reds = 0;
        try (var house =
                new RealHouse(data, FASTER, first.minusDays(1) + "T22:02:00", 55, 2).start()) {
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                boolean red = colours.get(day) == TempoColour.RED;
                night(house, day, red);
                for (int battery = 1; battery <= 2; battery++) {
                    softly.assertThat(house.mode(battery))
                            .as("mode of b%s on %s", battery, day)
                            .isEqualTo(OperatingMode.AUTO);
                    if (red) {
                        softly.assertThat(house.level(battery))
                                .as("level of b%s on the red %s", battery, day)
                                .isGreaterThanOrEqualTo(96);
                    }
                }
                reds += red ? 1 : 0;
            }
            for (int battery = 1; battery <= 2; battery++) {
                softly.assertThat(house.journal(battery))
                        .isNotEmpty()
                        .allSatisfy(SeasonTest::endsBySix);
            }
        }
        softly.assertAll();
        assertThat(reds).isEqualTo(whole ? 22 : 5);
    }

    private static void night(RealHouse house, LocalDate day, boolean red) {
        var eve = day.minusDays(1);
        wake(house, eve + "T22:04:00", Duration.ofMinutes(red ? 4 : 3));
        if (red) {
            for (var hour : List.of("03:30", "04:45", "05:15", "05:35")) {
                wake(house, day + "T" + hour + ":00", Duration.ofMinutes(2));
            }
        }
        wake(house, day + "T05:58:30", Duration.ofMinutes(3));
    }

    private static void wake(RealHouse house, String local, Duration howLong) {
        var begin = House.paris(local);
        if (house.clock.now().isBefore(begin)) {
            house.clock.leapTo(begin);
        }
        var end = begin.plus(howLong);
        house.await(() -> house.clock.now().isAfter(end));
    }

    private static void endsBySix(JournalEntry entry) {
        var until = entry.until();
        if (until != null) {
            var local = until.atZone(House.PARIS);
            var begun = entry.at().atZone(House.PARIS);
            assertThat(local.toLocalTime()).isBeforeOrEqualTo(LocalTime.of(6, 0).plus(JITTER));
            assertThat(local.toLocalDate())
                    .isIn(begun.toLocalDate(), begun.toLocalDate().plusDays(1));
        }
    }
}
