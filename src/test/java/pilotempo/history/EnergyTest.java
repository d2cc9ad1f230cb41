package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pilotempo.history.Fixtures.row;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EnergyTest {
    private static final double UNKNOWN = Double.NaN;
    private static final long MINUTE = 60_000;
    private static final Offset<Double> NOISE = within(1e-9);

    @Test
    void a_sane_counter_wins_over_power() {
        var rows = charging(600, 1000, 1012, 1021, 1030);
        assertThat(in(rows)).containsExactly(12, 9, 9);
        assertThat(out(rows)).containsOnly(0);
    }

    @Test
    void without_counters_power_holds_until_the_next_reading() {
        var rows =
                List.of(
                        row(0, -600, UNKNOWN, UNKNOWN),
                        row(2 * MINUTE, 300, UNKNOWN, UNKNOWN),
                        row(3 * MINUTE, 0, UNKNOWN, UNKNOWN));
        assertThat(in(rows)).containsExactly(20, 0);
        assertThat(out(rows)).containsExactly(0, 5);
    }

    @Test
    void a_counter_known_at_one_end_only_tells_nothing() {
        var rows =
                List.of(
                        row(0, -600, 1000, 0),
                        row(MINUTE, -600, UNKNOWN, UNKNOWN),
                        row(2 * MINUTE, -600, 1030, 0));
        assertThat(in(rows)).containsExactly(10, 10);
    }

    @Test
    void unknown_power_without_a_counter_stays_unknown() {
        var rows = List.of(row(0, UNKNOWN, UNKNOWN, UNKNOWN), row(MINUTE, 0, UNKNOWN, UNKNOWN));
        assertThat(in(rows)).containsExactly(UNKNOWN);
    }

    @Test
    void the_counter_alone_is_enough() {
        var rows = List.of(row(0, UNKNOWN, 1000, 50), row(MINUTE, UNKNOWN, 1010, 50));
        assertThat(in(rows)).containsExactly(10);
        assertThat(out(rows)).containsExactly(0);
    }

    @Test
    void a_reset_is_integrated() {
        assertThat(in(charging(600, 50_000, 50_010, 3, 13))).containsExactly(10, 10, 10);
    }

    @Test
    void a_jump_down_and_back_up_is_integrated_both_ways() {
        assertThat(in(charging(600, 50_000, 50_010, 7, 17, 50_040, 50_051)))
                .containsExactly(10, 10, 10, 10, 11);
    }

    @Test
    void a_small_jump_down_and_back_up_is_not_taken_for_a_rise() {
        assertThat(in(charging(600, 5000, 5010, 4980, 5031, 5042))).containsExactly(10, 10, 10, 11);
    }

    @Test
    void a_jump_that_no_battery_could_charge_is_integrated() {
        assertThat(in(charging(600, 1000, 1063, 1073))).containsExactly(10, 10);
        assertThat(in(charging(600, 1001, 1063, 1073))).containsExactly(62, 10);
    }

    @Test
    void a_frozen_counter_is_integrated_from_the_first_minute() {
        var counters = new double[200];
        Arrays.fill(counters, 70_321);
        assertThat(in(charging(600, counters))).hasSize(199).containsOnly(10);
    }

    @Test
    void a_counter_that_wakes_up_leaves_what_was_integrated_meanwhile() {
        var counters = new double[60];
        Arrays.fill(counters, 0, 31, 70_321);
        for (int i = 31; i < 60; i++) {
            counters[i] = counters[i - 1] + 11;
        }
        var energy = in(charging(600, counters));
        assertThat(sum(energy)).isCloseTo(30 * 10 + 29 * 11, NOISE);
    }

    @Test
    void a_counter_that_catches_up_after_standing_still_is_not_counted_twice() {
        var counters = new double[31];
        Arrays.fill(counters, 70_321);
        counters[30] = 70_321 + 303;
        var energy = in(charging(600, counters));
        assertThat(energy[3]).isCloseTo(10, NOISE);
        assertThat(sum(energy)).isCloseTo(303, NOISE);
    }

    @Test
    void a_coarse_counter_gives_its_sum_and_power_gives_the_shape() {
        for (int tick : List.of(1, 10, 100)) {
            for (double truth : List.of(0.95, 1.0, 1.07)) {
                var counters = new double[600];
                for (int i = 0; i < counters.length; i++) {
                    counters[i] = tick * Math.floor(i * truth * 800 / 60 / tick);
                }
                var energy = in(charging(800, counters));
                assertThat(sum(energy))
                        .as("tick %s truth %s", tick, truth)
                        .isCloseTo(599 * truth * 800 / 60, within(tick + 15.0));
                assertThat(Arrays.stream(energy).max().orElseThrow())
                        .isLessThan(800 / 60.0 * 2 + tick * 0.2);
            }
        }
    }

    @Test
    void a_trickle_too_slow_for_a_coarse_counter_is_integrated_once() {
        var counters = new double[601];
        Arrays.fill(counters, 0, 300, 5000);
        Arrays.fill(counters, 300, 601, 5100);
        assertThat(sum(in(charging(20, counters)))).isCloseTo(200, NOISE);
    }

    @Test
    void across_a_gap_the_counters_gain_counts_and_power_is_not_held() {
        long gap = 90 * MINUTE;
        assertThat(in(List.of(row(0, -600, 1000, 0), row(gap, -600, 1700, 0))))
                .containsExactly(700);
        assertThat(in(List.of(row(0, -600, UNKNOWN, 0), row(gap, -600, UNKNOWN, 0))))
                .containsExactly(UNKNOWN);
        assertThat(in(List.of(row(0, -600, 1000, 0), row(gap, -600, 3, 0))))
                .containsExactly(UNKNOWN);
        var resetBefore =
                List.of(row(-MINUTE, -600, 150, 0), row(0, -600, 0, 0), row(gap, -600, 700, 0));
        assertThat(in(resetBefore)[1]).isEqualTo(700, NOISE);
        assertThat(in(List.of(row(0, -600, 1000, 0), row(gap, -600, 9000, 0))))
                .containsExactly(UNKNOWN);
    }

    @Test
    void ten_minutes_are_no_gap_and_a_millisecond_more_is_one() {
        long ten = 10 * MINUTE;
        assertThat(in(List.of(row(0, -600, UNKNOWN, 0), row(ten, 0, UNKNOWN, 0))))
                .containsExactly(100);
        assertThat(in(List.of(row(0, -600, UNKNOWN, 0), row(ten + 1, 0, UNKNOWN, 0))))
                .containsExactly(UNKNOWN);
    }

    @Test
    void what_is_told_of_a_stretch_depends_on_the_readings_around_it_only() throws SQLException {
        long seed = new Random().nextLong();
        System.out.println("EnergyTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var readings = RollupsTest.readings(random, Instant.parse("2026-03-27T20:00:00Z"), 700);
            var rows = new ListRows(readings.stream().map(Row::of).toList());
            var direction = round % 2 == 0 ? Energy.Direction.IN : Energy.Direction.OUT;
            var whole = Energy.between(rows.rows, direction);
            for (int i = 0; i < 20; i++) {
                int first = random.nextInt(whole.length);
                int last = Math.min(whole.length, first + 1 + random.nextInt(40));
                var near =
                        rows.around(
                                rows.rows.get(first).time() + 1, rows.rows.get(last).time() - 1);
                var energies = Energy.between(near, direction);
                int offset = rows.rows.indexOf(near.getFirst());
                for (int k = first; k < last; k++) {
                    assertThat(energies[k - offset])
                            .as("seed %d stretch %d", seed, k)
                            .isEqualTo(Double.valueOf(whole[k]));
                }
            }
        }
    }

    private record ListRows(List<Row> rows) implements Rows {
        @Override
        public OptionalLong before(long time) {
            return rows.stream().mapToLong(Row::time).filter(own -> own < time).max();
        }

        @Override
        public OptionalLong after(long time) {
            return rows.stream().mapToLong(Row::time).filter(own -> own > time).min();
        }

        @Override
        public List<Row> between(long from, long to) {
            return rows.stream().filter(row -> row.time() >= from && row.time() < to).toList();
        }
    }

    private static List<Row> charging(double power, double... counters) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < counters.length; i++) {
            rows.add(row(i * MINUTE, -power, counters[i], 0));
        }
        return rows;
    }

    private static double[] in(List<Row> rows) {
        return Energy.between(rows, Energy.Direction.IN);
    }

    private static double[] out(List<Row> rows) {
        return Energy.between(rows, Energy.Direction.OUT);
    }

    private static double sum(double[] energies) {
        return Arrays.stream(energies).sum();
    }
}
