package pilotempo.marstek.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.ManualTime;

class PastTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Predicate<LocalDate> RED =
            Set.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6))::contains;
    private static final Instant FROM = Instant.parse("2025-12-30T23:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-06T19:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final Set<Quantity> ALWAYS =
            EnumSet.complementOf(EnumSet.of(Quantity.TOTAL_PV_WH, Quantity.TOTAL_LOAD_WH));

    private static FleetPlan plan(int batteries, long seed) {
        return FleetPlan.local(batteries, "127.0.0.1", 0, Set.of(), seed).withNightsBefore(RED);
    }

    private static List<Reading> tell(FleetPlan plan, Instant from, Instant to) {
        var readings = new ArrayList<Reading>();
        var next = SimulatedPast.tell(plan, from, to, STEP, readings::add);
        assertThat(next.batteries()).hasSameSizeAs(plan.batteries());
        return readings;
    }

    private static List<Reading> of(FleetPlan plan, int battery, List<Reading> all) {
        var mac = plan.batteries().get(battery).device().mac();
        return all.stream().filter(reading -> reading.battery().equals(mac)).toList();
    }

    private static double number(Reading reading, Quantity quantity) {
        return Objects.requireNonNull(reading.values().number(quantity), quantity::column);
    }

    @Test
    void it_has_no_hole_but_one_of_some_hours() {
        var plan = plan(2, 5);
        var readings = of(plan, 1, tell(plan, FROM, TO));
        var holes = new ArrayList<Duration>();
        for (int n = 1; n < readings.size(); n++) {
            var step = Duration.between(readings.get(n - 1).at(), readings.get(n).at());
            if (!step.equals(STEP)) {
                holes.add(step);
                assertThat(LocalDate.ofInstant(readings.get(n).at(), PARIS))
                        .isEqualTo(LocalDate.of(2026, 1, 2));
            }
        }
        assertThat(holes).singleElement().isEqualTo(Duration.ofMinutes(7 * 60 + 37));
        assertThat(readings.getFirst().at()).isEqualTo(FROM);
        assertThat(readings.getLast().at()).isEqualTo(TO.minus(STEP));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void counters_never_fall_and_every_value_is_there(long seed) {
        var plan = plan(4, seed);
        var all = tell(plan, FROM, TO);
        for (int battery = 0; battery < 4; battery++) {
            var readings = of(plan, battery, all);
            for (var counter : List.of(Quantity.TOTAL_GRID_IN_WH, Quantity.TOTAL_GRID_OUT_WH)) {
                double last = 0;
                for (var reading : readings) {
                    double next = number(reading, counter);
                    if (next < last) {
                        fail("%s fell from %s to %s at %s", counter, last, next, reading.at());
                    }
                    last = next;
                }
                assertThat(last).isGreaterThan(number(readings.getFirst(), counter) + 1000);
            }
            assertThat(readings).allMatch(reading -> reading.values().mode() != null);
            assertThat(readings)
                    .allMatch(reading -> reading.values().numbers().keySet().containsAll(ALWAYS));
        }
    }

    @Test
    void nights_charge_and_red_days_begin_full() {
        var plan = plan(3, 7);
        var readings = of(plan, 0, tell(plan, FROM, TO));
        double highest = 0;
        double lowest = 100;
        for (var reading : readings) {
            var local = reading.at().atZone(PARIS);
            boolean night = local.getHour() >= 23 || local.getHour() < 5;
            double power = number(reading, Quantity.POWER_W);
            double soc = number(reading, Quantity.SOC_PCT);
            if (night) {
                assertThat(power).isLessThanOrEqualTo(0);
                assertThat(reading.values().mode()).isEqualTo(OperatingMode.PASSIVE);
            } else if (local.getHour() >= 7 && local.getHour() < 22) {
                assertThat(power).isGreaterThanOrEqualTo(-1);
                assertThat(reading.values().mode()).isEqualTo(OperatingMode.AUTO);
            }
            if (local.getHour() == 6 && RED.test(local.toLocalDate())) {
                assertThat(soc).isGreaterThan(85);
            }
            highest = Math.max(highest, soc);
            lowest = Math.min(lowest, soc);
        }
        assertThat(highest).isBetween(93.0, 97.0);
        assertThat(lowest).isBetween(10.0, 30.0);
    }

    @Test
    void a_large_fleet_charges_within_the_subscription() {
        var plan = plan(8, 7);
        var evening = Instant.parse("2026-01-04T21:30:00Z");
        var night = tell(plan, evening, evening.plus(Duration.ofMinutes(30)));
        double charging = 0;
        for (int battery = 0; battery < 8; battery++) {
            charging -= number(of(plan, battery, night).getLast(), Quantity.ONGRID_POWER_W);
        }
        assertThat(charging).isBetween(3000.0, 4500.0);
    }

    @Test
    void the_same_seed_tells_the_same_and_another_seed_another() {
        var to = FROM.plus(Duration.ofHours(30));
        assertThat(tell(plan(2, 9), FROM, to)).isEqualTo(tell(plan(2, 9), FROM, to));
        assertThat(tell(plan(2, 9), FROM, to)).isNotEqualTo(tell(plan(2, 10), FROM, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-06T19:00:00Z",
                "2026-01-06T01:30:00Z",
                "2026-01-06T04:10:00Z",
                "2026-01-03T00:10:00Z"
            })
    void a_fleet_started_at_its_end_goes_on_without_a_jump(String end) {
        var to = Instant.parse(end);
        var plan = plan(3, 7);
        var readings = new ArrayList<Reading>();
        var next = SimulatedPast.tell(plan, FROM, to, STEP, readings::add);
        try (var fleet = SimulatedFleet.start(next, ManualTime.at(end).time())) {
            for (int battery = 0; battery < 3; battery++) {
                var last = of(plan, battery, readings).getLast();
                var now = fleet.truth(last.battery());
                for (var quantity :
                        List.of(
                                Quantity.TOTAL_GRID_IN_WH,
                                Quantity.TOTAL_GRID_OUT_WH,
                                Quantity.REMAINING_WH)) {
                    assertThat(Math.abs(number(now, quantity) - number(last, quantity)))
                            .as("%s", quantity)
                            .isLessThanOrEqualTo(100);
                }
                assertThat(number(now, Quantity.TOTAL_GRID_OUT_WH))
                        .isGreaterThanOrEqualTo(number(last, Quantity.TOTAL_GRID_OUT_WH));
                assertThat(number(now, Quantity.TOTAL_GRID_IN_WH))
                        .isGreaterThanOrEqualTo(number(last, Quantity.TOTAL_GRID_IN_WH));
                assertThat(now.values().mode()).isEqualTo(last.values().mode());
                if (now.values().mode() == OperatingMode.PASSIVE) {
                    assertThat(number(now, Quantity.ONGRID_POWER_W))
                            .as("what it was told for the night")
                            .isEqualTo(number(last, Quantity.ONGRID_POWER_W));
                }
                assertThat(
                                Math.abs(
                                        number(now, Quantity.TEMPERATURE_C)
                                                - number(last, Quantity.TEMPERATURE_C)))
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28", "2026-10-24"})
    void nights_of_clock_changes_charge_until_ten_to_six_local_time(String eve) {
        var day = LocalDate.parse(eve);
        var from = day.atTime(12, 0).atZone(PARIS).toInstant();
        var to = day.plusDays(1).atTime(12, 0).atZone(PARIS).toInstant();
        var plan = plan(1, 3).withNightsBefore(_ -> true);
        var readings = tell(plan, from, to);
        assertThat(readings).hasSize((int) Duration.between(from, to).toMinutes());
        for (var reading : readings) {
            var clock = reading.at().atZone(PARIS).toLocalTime();
            int minute = clock.getHour() * 60 + clock.getMinute();
            boolean night = minute > 22 * 60 + 5 || minute < 5 * 60 + 50;
            boolean edge = minute == 22 * 60 + 5 || minute == 5 * 60 + 50;
            if (!edge) {
                assertThat(reading.values().mode())
                        .as("%s", reading.at())
                        .isEqualTo(night ? OperatingMode.PASSIVE : OperatingMode.AUTO);
            }
        }
    }
}
