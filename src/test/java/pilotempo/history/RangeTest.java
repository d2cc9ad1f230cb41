package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Quantity;

class RangeTest {
    private static final Instant START = at("2026-01-05T00:00:00Z");
    private static final int DAYS = 40;

    @TempDir private static Path folder;
    private static LocalHistory history;

    /** Forty days at ten minutes and a day at 20 s, with an hour missing. */
    @BeforeAll
    static void fill() throws InterruptedException {
        history = Fixtures.open(folder);
        for (int i = 0; i < DAYS * 144; i++) {
            store(START.plusSeconds(600L * i), i);
        }
        for (int i = 0; i < 4320; i++) {
            if (i / 180 != 10) {
                store(START.plus(Duration.ofDays(DAYS)).plusSeconds(20L * i), i);
            }
        }
        history.flush();
    }

    @AfterAll
    static void close() {
        history.close();
    }

    @Test
    void a_series_never_has_more_points_than_wanted_and_mostly_half_of_them() throws Exception {
        for (int most : List.of(100, 500, 1500)) {
            for (var span : List.of(1, 3, 6, 12, 24, 48, 100, 200, 500, 900)) {
                for (var shift : List.of(0, 7777)) {
                    var from = START.plusSeconds(shift);
                    var range = range(from, from.plus(Duration.ofHours(span)), most);
                    var series = range.series().getFirst();
                    assertThat(series.times().length)
                            .as("%d h in %d points: %s", span, most, range.step())
                            .isLessThanOrEqualTo(most)
                            .isGreaterThanOrEqualTo(Math.min(most * 35 / 100, span * 6 - 7));
                    assertThat(series.times()).isSorted().doesNotHaveDuplicates();
                    assertThat(series.ends()).hasSameSizeAs(series.times());
                }
            }
        }
    }

    @Test
    void sparse_readings_are_told_themselves_and_dense_ones_by_the_minute() throws Exception {
        var sparse = range(START, START.plus(Duration.ofDays(1)), 1500);
        assertThat(sparse.step()).isEqualTo(Step.RAW);
        assertThat(sparse.gapAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(sparse.series().getFirst().energyInWh()).containsOnly(Double.NaN);
        var last = START.plus(Duration.ofDays(DAYS));
        var dense = range(last, last.plus(Duration.ofDays(1)), 1500);
        assertThat(dense.step()).isEqualTo(Step.MINUTE);
        assertThat(dense.bucket()).isEqualTo(Duration.ofMinutes(1));
        assertThat(dense.gapAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(dense.series().getFirst().times()).hasSize(1380);
        assertThat(dense.series().getFirst().samples()).containsOnly(3);
    }

    @Test
    void merged_points_keep_mean_least_greatest_and_energy() throws Exception {
        var range = range(START, START.plus(Duration.ofDays(32)), 100);
        assertThat(range.step()).isEqualTo(Step.HOUR);
        assertThat(range.bucket()).isEqualTo(Duration.ofHours(8));
        assertThat(range.gapAfter()).isEqualTo(Duration.ofHours(12));
        var series = range.series().getFirst();
        var band = band(series);
        for (int p = 0; p < series.times().length; p++) {
            assertThat(series.ends()[p] - series.times()[p]).isEqualTo(8 * 3_600_000L);
            assertThat(series.samples()[p]).isEqualTo(48);
            double sum = 0;
            double least = Double.MAX_VALUE;
            double greatest = -Double.MAX_VALUE;
            double energy = 0;
            for (int i = p * 48; i < (p + 1) * 48; i++) {
                double power = power(i);
                sum += power;
                least = Math.min(least, power);
                greatest = Math.max(greatest, power);
                energy += Math.max(0, power) / 6;
            }
            assertThat(band.mean()[p]).isCloseTo(sum / 48, within(1e-6));
            assertThat(band.least()[p]).isCloseTo(least, within(1e-6));
            assertThat(band.greatest()[p]).isCloseTo(greatest, within(1e-6));
            assertThat(series.energyOutWh()[p]).isCloseTo(energy, within(1e-6));
        }
    }

    @Test
    void a_gap_has_no_points_and_is_longer_than_what_counts_as_one() throws Exception {
        var last = START.plus(Duration.ofDays(DAYS));
        var range = range(last, last.plus(Duration.ofDays(1)), 1500);
        var times = range.series().getFirst().times();
        int gaps = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] - times[i - 1] > range.gapAfter().toMillis()) {
                gaps++;
                assertThat(times[i - 1]).isEqualTo(last.plusSeconds(36_000 - 60).toEpochMilli());
                assertThat(times[i]).isEqualTo(last.plusSeconds(39_600).toEpochMilli());
            }
        }
        assertThat(gaps).isEqualTo(1);
    }

    @Test
    void ten_years_asked_with_forty_days_known_are_told_as_finely_as_forty_days() throws Exception {
        var range = range(at("2020-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"), 1500);
        assertThat(range.step()).isEqualTo(Step.HOUR);
        assertThat(range.series().getFirst().times()).hasSizeGreaterThan(900);
    }

    @Test
    void a_battery_or_a_quantity_without_data_is_empty() throws Exception {
        var query =
                new RangeQuery(
                        List.of(GARAGE, SALON),
                        START,
                        START.plusSeconds(3600),
                        Set.of(Quantity.PV_POWER_W, Quantity.SOC_PCT),
                        100);
        var series = history.range(query).series();
        assertThat(series).extracting(BatterySeries::battery).containsExactly(GARAGE, SALON);
        assertThat(series.get(0).times()).isEmpty();
        assertThat(series.get(1).bands()).containsOnlyKeys(Quantity.SOC_PCT);
        assertThat(range(at("2019-01-01T00:00:00Z"), at("2019-02-01T00:00:00Z"), 100).series())
                .singleElement()
                .satisfies(none -> assertThat(none.times()).isEmpty());
    }

    @Test
    void an_interrupt_cancels_the_query_and_does_not_hurt_the_database() throws Exception {
        Thread.currentThread().interrupt();
        boolean interrupted = false;
        try {
            range(START, START.plus(Duration.ofDays(50)), 1500);
        } catch (InterruptedException expected) {
            interrupted = true;
        }
        assertThat(interrupted).isTrue();
        Thread.currentThread().interrupt();
        assertThat(history.newest(SALON)).isPresent();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(range(START, START.plusSeconds(3600), 100).series().getFirst().times())
                .hasSize(6);
        history.flush();
        assertThat(history.health().recording()).isTrue();
    }

    private static Range range(Instant from, Instant to, int most) throws InterruptedException {
        return history.range(
                new RangeQuery(List.of(SALON), from, to, Set.of(Quantity.ONGRID_POWER_W), most));
    }

    private static BatterySeries.Band band(BatterySeries series) {
        var band = series.bands().get(Quantity.ONGRID_POWER_W);
        if (band == null) {
            throw new AssertionError("no band");
        }
        return band;
    }

    private static double power(int number) {
        return number * 37 % 1999 - 700.5;
    }

    private static void store(Instant at, int number) {
        history.store(
                reading(
                        SALON,
                        at,
                        Map.of(Quantity.ONGRID_POWER_W, power(number), Quantity.SOC_PCT, 50.0)));
    }
}
