package pilotempo.tempo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoClockTest {
    private static final PeakHours EDF = new PeakHours(LocalTime.of(6, 0), LocalTime.of(22, 0));

    private final TempoClock clock = new TempoClock(ZoneId.of("Europe/Paris"));

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T05:59:59+01:00, 2026-01-04, HC",
        "2026-01-05T06:00:00+01:00, 2026-01-05, HP",
        "2026-01-05T21:59:59+01:00, 2026-01-05, HP",
        "2026-01-05T22:00:00+01:00, 2026-01-05, HC",
        "2026-01-06T00:00:00+01:00, 2026-01-05, HC",
        "2026-08-31T23:00:00+02:00, 2026-08-31, HC",
        "2026-09-01T05:59:00+02:00, 2026-08-31, HC",
        "2026-09-01T06:00:00+02:00, 2026-09-01, HP",
        "2026-03-29T03:30:00+02:00, 2026-03-28, HC",
        "2026-03-29T05:59:00+02:00, 2026-03-28, HC",
        "2026-03-29T06:00:00+02:00, 2026-03-29, HP",
        "2026-10-25T02:30:00+02:00, 2026-10-24, HC",
        "2026-10-25T02:30:00+01:00, 2026-10-24, HC",
        "2026-10-25T06:00:00+01:00, 2026-10-25, HP",
    })
    void a_day_and_its_peak_hours_begin_at_six_by_the_local_clock(
            OffsetDateTime at, LocalDate day, TempoPeriod period) {
        assertThat(clock.dayOf(at.toInstant())).isEqualTo(day);
        assertThat(clock.periodAt(at.toInstant(), EDF)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-27, 24", "2026-03-28, 23", "2026-03-29, 24", "2026-10-24, 25"})
    void the_saturdays_on_which_the_clocks_change_have_23_and_25_hours(LocalDate day, int hours) {
        assertThat(Duration.between(clock.startOf(day), clock.endOf(day))).hasHours(hours);
    }

    @Test
    void peak_hours_last_sixteen_hours_on_every_day_of_ten_years() {
        for (var day = LocalDate.of(2020, 9, 1);
                day.isBefore(LocalDate.of(2030, 9, 1));
                day = day.plusDays(1)) {
            var begin = clock.startOf(day);
            var evening = clock.nextChange(begin, EDF);
            assertThat(Duration.between(begin, evening)).as("%s", day).hasHours(16);
            assertThat(clock.nextChange(evening, EDF)).as("%s", day).isEqualTo(clock.endOf(day));
            assertThat(clock.dayOf(begin)).isEqualTo(day);
            assertThat(clock.dayOf(clock.endOf(day).minusMillis(1))).isEqualTo(day);
        }
    }

    @Test
    void other_peak_hours_change_the_period_but_not_the_day() {
        var late = new PeakHours(LocalTime.of(7, 0), LocalTime.of(21, 0));
        var six = Instant.parse("2026-01-05T05:00:00Z");

        assertThat(clock.periodAt(six, late)).isEqualTo(TempoPeriod.HC);
        assertThat(clock.dayOf(six)).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(clock.nextChange(six, late)).isEqualTo(Instant.parse("2026-01-05T06:00:00Z"));
    }

    @Test
    void peak_hours_that_end_before_they_begin_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeakHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
    }
}
