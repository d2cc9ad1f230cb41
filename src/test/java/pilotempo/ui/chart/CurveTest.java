package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.ui.chart.Curves.MINUTE;
import static pilotempo.ui.chart.Curves.at;
import static pilotempo.ui.chart.Curves.quarters;
import static pilotempo.ui.chart.Curves.readings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.history.BatterySeries;

class CurveTest {
    private static BatterySeries series(double... power) {
        var times = new long[power.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * MINUTE;
        }
        var band = new BatterySeries.Band(power, power, power);
        return new BatterySeries(
                new Mac("02005e000001"),
                times,
                times,
                new int[power.length],
                Map.of(Quantity.ONGRID_POWER_W, band),
                new double[power.length],
                new double[power.length]);
    }

    @Test
    void an_unknown_value_is_no_point_and_never_zero() {
        var curve =
                Curve.of(
                        series(100, Double.NaN, 300),
                        Duration.ofMinutes(5),
                        Quantity.POWER_W,
                        Quantity.ONGRID_POWER_W);
        assertThat(curve.times()).containsExactly(0, 2 * MINUTE);
        assertThat(curve.mean()).containsExactly(100, 300);
    }

    @Test
    void a_quantity_unknown_throughout_makes_an_empty_curve() {
        assertThat(Curve.of(series(1), Duration.ofMinutes(5), Quantity.SOC_PCT).isEmpty()).isTrue();
    }

    @Test
    void the_first_point_at_or_after_an_instant_is_found_at_edges_and_between() {
        var curve = readings(at(10, 20, 30), 1, 2, 3);
        assertThat(curve.firstAtOrAfter(0)).isEqualTo(0);
        assertThat(curve.firstAtOrAfter(20 * MINUTE)).isEqualTo(1);
        assertThat(curve.firstAtOrAfter(20 * MINUTE + 1)).isEqualTo(2);
        assertThat(curve.firstAtOrAfter(31 * MINUTE)).isEqualTo(3);
    }

    @Test
    void the_nearest_reading_tells_of_an_instant_but_not_across_a_gap() {
        var curve = readings(at(0, 1, 60), 1, 2, 3);
        assertThat(curve.at(20_000)).isEqualTo(0);
        assertThat(curve.at(50_000)).isEqualTo(1);
        assertThat(curve.at(30 * MINUTE)).isEqualTo(-1);
        assertThat(curve.at(61 * MINUTE)).isEqualTo(2);
        assertThat(curve.at(90 * MINUTE)).isEqualTo(-1);
    }

    @Test
    void a_bucket_tells_of_every_instant_in_it() {
        var curve = quarters(at(0, 15), 100, 200);
        assertThat(curve.at(14 * MINUTE)).isEqualTo(0);
        assertThat(curve.at(15 * MINUTE)).isEqualTo(1);
    }

    @Test
    void the_sum_of_buckets_counts_only_the_batteries_known_and_says_how_many() {
        var sum =
                CurveSum.power(
                        List.of(
                                quarters(at(0, 15, 30), 100, 200, 300),
                                quarters(at(0, 30), 10, 30)));
        assertThat(sum.mean()).containsExactly(110, 200, 330);
        assertThat(sum.known()).containsExactly(2, 1, 2);
        assertThat(sum.outOf()).isEqualTo(2);
        assertThat(sum.least()).containsExactly(90, 190, 310);
    }

    @Test
    void readings_at_different_moments_hold_until_the_next_or_until_a_gap() {
        var sum =
                CurveSum.power(
                        List.of(readings(at(0, 2, 4), 100, 200, 300), readings(at(1, 20), 1, 2)));
        assertThat(sum.times()).containsExactly(0, MINUTE, 2 * MINUTE, 4 * MINUTE, 20 * MINUTE);
        assertThat(sum.mean()).containsExactly(100, 101, 201, 301, 2);
        assertThat(sum.known()).containsExactly(1, 2, 2, 2, 1);
    }

    @Test
    void the_level_of_several_is_weighted_by_capacity() {
        var level =
                CurveSum.level(
                        List.of(readings(at(0), 80), readings(at(0), 20)), new double[] {3, 1});
        assertThat(level.mean()[0]).isEqualTo(65);
    }

    @Test
    void the_sum_of_none_is_empty() {
        assertThat(CurveSum.power(List.of(Curve.EMPTY, Curve.EMPTY)).isEmpty()).isTrue();
    }
}
