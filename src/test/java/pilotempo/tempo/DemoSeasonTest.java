package pilotempo.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoSeasonTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    private static final Set<String> HOLIDAYS = Set.of("11-01", "11-11", "12-25", "01-01");
    private static final Set<LocalDate> EASTER_MONDAYS_IN_MARCH =
            Set.of(LocalDate.of(2027, 3, 29), LocalDate.of(2016, 3, 28), LocalDate.of(2008, 3, 24));

    private final TempoClock clock = new TempoClock(ZoneId.of("Europe/Paris"));

    @Test
    void every_season_invented_keeps_the_rules_of_the_contract() {
        for (int year = 2005; year < 2035; year++) {
            var season = new TempoSeason(year);
            for (long seed = 0; seed < 20; seed++) {
                keepsTheRules(season, everything(seed, season.firstDay().plusDays(17 * seed)));
            }
        }
    }

    private void keepsTheRules(TempoSeason season, DemoSeason demo) {
        var days = demo.season(season);
        assertThat(days).hasSize(season.days());
        var colours = days.stream().map(DayColour::colour).toList();
        for (var colour : TempoColour.values()) {
            assertThat(Collections.frequency(colours, colour)).isEqualTo(season.quota(colour));
        }
        int inARow = 0;
        for (var day : days) {
            var date = day.date();
            boolean red = day.colour() == TempoColour.RED;
            inARow = red ? inARow + 1 : 0;
            assertThat(inARow).isLessThanOrEqualTo(5);
            if (red) {
                assertThat(date)
                        .isBetween(
                                LocalDate.of(season.startYear(), 11, 1),
                                LocalDate.of(season.startYear() + 1, 3, 31));
                assertThat(date.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
                assertThat(HOLIDAYS).doesNotContain(date.toString().substring(5));
                assertThat(EASTER_MONDAYS_IN_MARCH).doesNotContain(date);
            }
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                assertThat(day.colour()).isEqualTo(TempoColour.BLUE);
            }
        }
    }

    @Test
    void the_chosen_day_is_white_and_red_days_follow_in_winter() {
        var demo = everything(1, WEDNESDAY);

        assertThat(
                        List.of(
                                demo.day(WEDNESDAY),
                                demo.day(WEDNESDAY.plusDays(1)),
                                demo.day(WEDNESDAY.plusDays(2))))
                .extracting(DayColour::colour)
                .containsExactly(TempoColour.WHITE, TempoColour.RED, TempoColour.RED);
    }

    @Test
    void in_summer_the_chosen_day_and_the_next_are_white() {
        var june = LocalDate.of(2026, 6, 10);
        var demo = everything(1, june);

        assertThat(demo.day(june).colour()).isEqualTo(TempoColour.WHITE);
        assertThat(demo.day(june.plusDays(1)).colour()).isEqualTo(TempoColour.WHITE);
    }

    @Test
    void the_same_seed_gives_the_same_season_and_another_seed_another() {
        var season = TempoSeason.of(WEDNESDAY);

        assertThat(everything(7, WEDNESDAY).season(season))
                .isEqualTo(everything(7, WEDNESDAY).season(season))
                .isNotEqualTo(everything(8, WEDNESDAY).season(season));
    }

    @Test
    void nothing_is_known_beyond_tomorrow() {
        var noon = Instant.parse("2026-11-25T11:00:00Z");
        var demo = new DemoSeason(1, WEDNESDAY, clock, () -> noon);

        assertThat(demo.day(WEDNESDAY.plusDays(1)).status()).isEqualTo(DayColour.Status.CONFIRMED);
        assertThat(demo.day(WEDNESDAY.plusDays(2)))
                .isEqualTo(DayColour.unknown(WEDNESDAY.plusDays(2)));
        assertThat(demo.season(TempoSeason.of(WEDNESDAY)).getLast().date())
                .isEqualTo(WEDNESDAY.plusDays(1));
    }

    private DemoSeason everything(long seed, LocalDate around) {
        return new DemoSeason(seed, around, clock, () -> Instant.parse("2050-01-01T00:00:00Z"));
    }
}
