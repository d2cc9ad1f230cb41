package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.ui.chart.Curves.HOUR;
import static pilotempo.ui.chart.Curves.MINUTE;
import static pilotempo.ui.chart.Curves.at;
import static pilotempo.ui.chart.Curves.quarters;
import static pilotempo.ui.chart.Curves.readings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.ui.component.Formats;

class GapTest {
    private static final Formats FRENCH = new Formats(Locale.FRENCH, ZoneId.of("Europe/Paris"));

    @Test
    void neighbours_further_apart_than_allowed_have_a_gap_between_them() {
        var curve = readings(at(0, 5, 11, 12), 1, 1, 1, 1);
        assertThat(Gap.of(curve, 0, 12 * MINUTE)).containsExactly(new Gap(5 * MINUTE, 11 * MINUTE));
    }

    @Test
    void a_gap_between_buckets_begins_where_the_last_one_ends() {
        var curve = quarters(at(0, 60), 1, 1);
        assertThat(Gap.of(curve, 0, 75 * MINUTE))
                .containsExactly(new Gap(15 * MINUTE, 60 * MINUTE));
    }

    @Test
    void what_is_missing_at_the_edges_is_a_gap_too() {
        var curve = readings(at(30, 31), 1, 1);
        assertThat(Gap.of(curve, 0, HOUR))
                .containsExactly(new Gap(0, 30 * MINUTE), new Gap(31 * MINUTE, HOUR));
    }

    @Test
    void a_late_last_reading_is_not_yet_a_gap() {
        assertThat(Gap.of(readings(at(0, 1, 2), 1, 1, 1), 0, 6 * MINUTE)).isEmpty();
    }

    @Test
    void nothing_at_all_is_one_gap() {
        assertThat(Gap.of(Curve.EMPTY, 5, 10)).containsExactly(new Gap(5, 10));
    }

    @Test
    void coverage_is_the_share_without_gaps() {
        var curve = quarters(at(0, 15, 30, 45), 1, 1, 1, 1);
        assertThat(Gap.coverage(curve, 0, HOUR)).isEqualTo(1);
        assertThat(Gap.coverage(curve, 0, 4 * HOUR)).isEqualTo(0.25);
        assertThat(Gap.coverage(Curve.EMPTY, 0, HOUR)).isZero();
    }

    @Test
    void a_gap_is_named_by_times_within_a_day_and_by_dates_beyond() {
        long morning = Instant.parse("2026-01-02T10:12:00Z").toEpochMilli();
        assertThat(GapPainter.when(new Gap(morning, morning + 7 * HOUR + 36 * MINUTE), FRENCH))
                .isEqualTo("11:12 – 18:48");
        assertThat(GapPainter.when(new Gap(morning, morning + 12 * 24 * HOUR), FRENCH))
                .isEqualTo("2 janv. – 14 janv.");
        assertThat(GapPainter.when(new Gap(morning, morning + 20 * HOUR), FRENCH))
                .isEqualTo("2 janv. 11:12 – 3 janv. 07:12");
    }
}
