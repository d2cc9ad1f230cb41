package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pilotempo.history.DayEnergy;

class PeriodBeforeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }

    private static PeriodBefore before(String from, String to) {
        return PeriodBefore.of(new ChartWindow(paris(from), paris(to)), PARIS);
    }

    /** A reading a quarter of an hour of a local day, its value the local hour and its parts. */
    private static Curve day(String date) {
        var begin = LocalDate.parse(date).atStartOfDay(PARIS);
        long quarters = (begin.plusDays(1).toEpochSecond() - begin.toEpochSecond()) / 900;
        var times =
                LongStream.range(0, quarters)
                        .map(i -> begin.toInstant().toEpochMilli() + i * 900_000)
                        .toArray();
        var hours = Arrays.stream(times).mapToDouble(PeriodBeforeTest::hour).toArray();
        var known = new int[times.length];
        Arrays.fill(known, 1);
        return new Curve(times, times, hours, hours, hours, known, 1, 1_000_000);
    }

    private static double hour(long at) {
        var local = Instant.ofEpochMilli(at).atZone(PARIS);
        return local.getHour() + local.getMinute() / 60.0;
    }

    /** Each point stands at its own local time of day: nothing is an hour off. */
    private static void assertAligned(Curve moved, String date) {
        for (int i = 0; i < moved.size(); i++) {
            assertThat(hour(moved.times()[i])).isEqualTo(moved.mean()[i]);
            assertThat(Instant.ofEpochMilli(moved.times()[i]).atZone(PARIS).toLocalDate())
                    .isEqualTo(LocalDate.parse(date));
            if (i > 0) {
                assertThat(moved.times()[i]).isGreaterThan(moved.times()[i - 1]);
            }
        }
    }

    @Test
    void the_shortest_step_as_long_as_the_window_is_taken() {
        assertThat(before("2026-01-06T00:00", "2026-01-07T00:00").window().from())
                .isEqualTo(paris("2026-01-05T00:00"));
        assertThat(before("2026-01-06T12:00", "2026-01-06T12:10").window().to())
                .isEqualTo(paris("2026-01-05T12:10"));
        assertThat(before("2025-12-31T00:00", "2026-01-07T00:00").window())
                .isEqualTo(new ChartWindow(paris("2025-12-24T00:00"), paris("2025-12-31T00:00")));
        assertThat(before("2026-03-01T00:00", "2026-04-01T00:00").window())
                .isEqualTo(new ChartWindow(paris("2026-02-01T00:00"), paris("2026-03-01T00:00")));
        assertThat(before("2025-01-01T00:00", "2026-01-01T00:00").window())
                .isEqualTo(new ChartWindow(paris("2024-01-01T00:00"), paris("2025-01-01T00:00")));
    }

    @Test
    void beside_the_night_of_25_hours_the_second_of_its_hours_has_no_counterpart() {
        var moved = before("2025-10-26T00:00", "2025-10-27T00:00").present(day("2025-10-25"));
        assertThat(moved.size()).isEqualTo(96);
        assertAligned(moved, "2025-10-26");
        assertThat(moved.at(Instant.parse("2025-10-26T01:30:00Z").toEpochMilli())).isEqualTo(-1);
    }

    @Test
    void a_night_of_25_hours_beside_a_common_one_shows_its_first_course_of_the_hour() {
        var moved = before("2025-10-27T00:00", "2025-10-28T00:00").present(day("2025-10-26"));
        assertThat(moved.size()).isEqualTo(96);
        assertAligned(moved, "2025-10-27");
    }

    @Test
    void beside_the_night_of_23_hours_the_hour_that_is_leapt_over_is_left_out() {
        var moved = before("2026-03-29T00:00", "2026-03-30T00:00").present(day("2026-03-28"));
        assertThat(moved.size()).isEqualTo(92);
        assertAligned(moved, "2026-03-29");
        var after = before("2026-03-30T00:00", "2026-03-31T00:00").present(day("2026-03-29"));
        assertThat(after.size()).isEqualTo(92);
        assertAligned(after, "2026-03-30");
    }

    @Test
    void the_end_of_a_longer_month_and_a_leap_day_have_no_counterpart() {
        var month = before("2026-02-01T00:00", "2026-03-01T00:00");
        assertThat(month.present(LocalDate.of(2026, 1, 28))).contains(LocalDate.of(2026, 2, 28));
        assertThat(month.present(LocalDate.of(2026, 1, 29))).isEmpty();
        assertThat(month.present(day("2026-01-31")).isEmpty()).isTrue();
        var year = before("2025-01-01T00:00", "2026-01-01T00:00");
        assertThat(year.present(LocalDate.of(2024, 2, 29))).isEmpty();
        assertThat(year.present(LocalDate.of(2024, 3, 1))).contains(LocalDate.of(2025, 3, 1));
    }

    @Test
    void earlier_bars_stand_at_the_dates_beside_theirs() {
        var month = before("2026-02-01T00:00", "2026-03-01T00:00");
        var bars =
                EnergyBar.before(
                        List.of(
                                new DayEnergy(LocalDate.of(2026, 1, 5), 1_000, 2_000),
                                new DayEnergy(LocalDate.of(2026, 1, 31), 9_000, 9_000)),
                        month,
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 3, 1));
        assertThat(bars).hasSize(1);
        assertThat(bars.getFirst().from()).isEqualTo(LocalDate.of(2026, 2, 5));
        assertThat(bars.getFirst().deliveredWh()).isEqualTo(2_000);
    }
}
