package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.ui.chart.Curves.MINUTE;
import static pilotempo.ui.chart.Curves.at;
import static pilotempo.ui.chart.Curves.readings;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TraceTest {
    private final Trace trace = new Trace();

    @Test
    void a_column_has_one_point_with_the_true_extremes_and_the_mean() {
        trace.fill(readings(at(0, 1, 2, 3), 10, 30, -20, 0), scale(0, 4, 2));
        assertThat(trace.size()).isEqualTo(2);
        assertThat(trace.mean[0]).isEqualTo(20);
        assertThat(trace.least[1]).isEqualTo(-20);
        assertThat(trace.greatest[1]).isEqualTo(0);
    }

    @Test
    void a_gap_ends_the_segment_even_within_a_column() {
        trace.fill(readings(at(0, 1, 10, 11), 1, 1, 2, 2), scale(0, 12, 2));
        assertThat(trace.segments()).isEqualTo(2);
        assertThat(trace.begin(1)).isEqualTo(trace.end(0));
        assertThat(trace.mean[trace.begin(1)]).isEqualTo(2);
    }

    @Test
    void only_the_visible_points_and_one_beyond_each_edge_are_taken() {
        var minutes = LongStream.range(0, 1_000).toArray();
        var values = Arrays.stream(minutes).asDoubleStream().toArray();
        trace.fill(readings(minutes, values), scale(500, 510, 1_000));
        assertThat(trace.size()).isBetween(11, 14);
        assertThat(trace.mean[0]).isBetween(497.0, 500.0);
    }

    @Test
    void a_year_of_points_makes_at_most_one_a_pixel() {
        var minutes = LongStream.range(0, 50_000).toArray();
        var values = new double[minutes.length];
        trace.fill(readings(minutes, values), scale(0, 50_000, 800));
        assertThat(trace.size()).isBetween(800, 803);
        assertThat(trace.segments()).isEqualTo(1);
    }

    @Test
    void a_second_curve_leaves_nothing_of_the_first() {
        trace.fill(readings(at(0, 1, 2), 1, 2, 3), scale(0, 3, 100));
        trace.fill(Curve.EMPTY, scale(0, 3, 100));
        assertThat(trace.size()).isZero();
        assertThat(trace.segments()).isZero();
    }

    private static PixelScale scale(long fromMinute, long toMinute, double width) {
        return new PixelScale((double) fromMinute * MINUTE, (double) toMinute * MINUTE, 0, width);
    }
}
