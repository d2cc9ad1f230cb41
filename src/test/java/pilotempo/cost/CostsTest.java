package pilotempo.cost;

import static java.math.BigDecimal.ZERO;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.cost.CostReport.Line;
import pilotempo.cost.CostReport.Row;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;

/** Energy and money of recorded days. */
class CostsTest {
    /** A day and period is rounded to four decimals; what was saved is a difference of two. */
    private static final double ROUNDED_TWICE = 1.01e-4;

    @TempDir private Path folder;

    @Test
    void the_eve_of_a_red_day_costs_what_the_red_day_earns() throws Exception {
        // White 29 January 2025, then red: HC white 0.1486, HP red 0.7562.
        var readings =
                joined(
                        steady("2025-01-29T21:00:00Z", "2025-01-30T05:00:00Z", -500, null),
                        steady("2025-01-30T05:00:00Z", "2025-01-30T08:00:00Z", 1000, null));
        try (var costs = recorded(readings)) {
            var rows = costs.by(CostQuery.By.DAY).rows();
            assertThat(rows).extracting(Row::period).containsExactly("2025-01-29", "2025-01-30");
            assertThat(rows)
                    .extracting(Row::colour)
                    .containsExactly(TempoColour.WHITE, TempoColour.RED);
            var eve = rows.getFirst().line();
            assertThat(eve.all().chargedWh()).isCloseTo(4000, within(1e-6));
            assertThat(eve.all().saved()).isCloseTo(eur("-0.5944"), within(eur("0.00005")));
            assertThat(eve.hc()).isEqualTo(eve.all());
            assertThat(eve.hp()).isEqualTo(Sums.NOTHING);
            var red = rows.getLast().line();
            assertThat(red.hp().avoidedCost()).isCloseTo(eur("2.2686"), within(eur("0.00005")));
            assertThat(red.hp().chargeCost()).isEqualByComparingTo(ZERO);
        }
    }

    @Test
    void with_a_meter_only_import_counts_and_export_has_a_price_of_its_own() throws Exception {
        // Blue 10 September 2024, HP 0.1609. For an hour 800 W, the house exporting 300 W with
        // them: import falls by 500 W, export rises by 300 W. Then an hour of charging with 1000 W
        // from 1500 W of sun: export falls from 1500 W to 500 W.
        var readings =
                joined(
                        steady("2024-09-10T08:00:00Z", "2024-09-10T09:00:00Z", 800, -300.0),
                        steady("2024-09-10T09:00:00Z", "2024-09-10T10:00:00Z", -1000, -500.0));
        try (var costs = recorded(readings, "0.10")) {
            var hp = costs.by(CostQuery.By.DAY).total().hp();
            assertThat(hp.avoidedCost()).isCloseTo(eur("0.11045"), within(eur("0.00005")));
            assertThat(hp.chargeCost()).isCloseTo(eur("0.1"), within(eur("0.00005")));
            assertThat(hp.deliveredWh()).isCloseTo(800, within(1e-6));
        }
        try (var costs = RecordedCosts.of(folder.resolve("b"), readings, season(), "0")) {
            var hp = costs.by(CostQuery.By.DAY).total().hp();
            assertThat(hp.avoidedCost()).isCloseTo(eur("0.08045"), within(eur("0.00005")));
            assertThat(hp.chargeCost()).isEqualByComparingTo(ZERO);
        }
    }

    @Test
    void a_new_price_holds_from_midnight_inside_the_tempo_day() throws Exception {
        // Red 31 January 2025: HC 0.1568 until midnight, 0.1518 from then on.
        var readings = steady("2025-01-31T22:00:00Z", "2025-02-01T00:00:00Z", 1000, null);
        try (var costs = recorded(readings)) {
            var rows = costs.by(CostQuery.By.DAY).rows();
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().period()).isEqualTo("2025-01-31");
            assertThat(rows.getFirst().line().hc().saved())
                    .isCloseTo(eur("0.3086"), within(eur("0.00005")));
        }
    }

    @Test
    void a_night_with_another_length_is_as_long_as_it_is() throws Exception {
        // Blue; HC 0.1296 on Saturday 26 October 2024, 0.1288 on Saturday 29 March 2025.
        var readings =
                joined(
                        steady("2024-10-26T20:00:00Z", "2024-10-27T05:00:00Z", -100, null),
                        steady("2025-03-29T21:00:00Z", "2025-03-30T04:00:00Z", -100, null));
        try (var costs = recorded(readings)) {
            var rows = costs.by(CostQuery.By.DAY).rows();
            assertThat(rows).extracting(Row::period).containsExactly("2024-10-26", "2025-03-29");
            assertThat(rows.get(0).line().hc().chargedWh()).isCloseTo(900, within(1e-6));
            assertThat(rows.get(0).line().hc().chargeCost())
                    .isCloseTo(eur("0.11664"), within(eur("0.00005")));
            assertThat(rows.get(1).line().hc().chargedWh()).isCloseTo(700, within(1e-6));
            assertThat(rows.get(1).line().hc().chargeCost())
                    .isCloseTo(eur("0.09016"), within(eur("0.00005")));
            assertThat(rows).allMatch(row -> row.line().hp().equals(Sums.NOTHING));
        }
    }

    @Test
    void money_of_an_unknown_colour_is_unknown_and_so_is_that_of_its_month() throws Exception {
        var readings = steady("2025-03-30T12:00:00Z", "2025-04-02T12:00:00Z", 300, null);
        var torn = season().without(LocalDate.parse("2025-03-31"));
        try (var costs = RecordedCosts.of(folder, readings, torn, "0")) {
            var days = costs.by(CostQuery.By.DAY);
            assertThat(days.rows()).hasSize(4);
            var unknown = days.rows().get(1);
            assertThat(unknown.colour()).isNull();
            for (var sums :
                    List.of(unknown.line().all(), unknown.line().hp(), unknown.line().hc())) {
                assertThat(sums.saved()).isNull();
                assertThat(sums.avoidedCost()).isNull();
                assertThat(sums.chargeCost()).isNull();
            }
            assertThat(unknown.line().all().deliveredWh()).isCloseTo(7200, within(1e-6));
            assertThat(days.rows().get(2).line().all().saved()).isPositive();
            assertThat(days.daysUnpriced()).containsExactly(LocalDate.parse("2025-03-31"));
            assertThat(days.total().all().saved()).isNull();
            assertThat(days.byColour()).containsOnlyKeys(TempoColour.BLUE);
            assertThat(
                            days.byColour()
                                    .getOrDefault(TempoColour.BLUE, Line.NOTHING)
                                    .all()
                                    .deliveredWh())
                    .isCloseTo(300 * 48, within(1e-6));

            var months = costs.by(CostQuery.By.MONTH).rows();
            assertThat(months).extracting(Row::period).containsExactly("2025-03", "2025-04");
            assertThat(months.get(0).line().all().saved()).isNull();
            assertThat(months.get(1).line().all().saved()).isPositive();

            var known = costs.report(season(), new CostQuery(null, null, CostQuery.By.MONTH));
            assertThat(known.total().all().saved()).isPositive();
            assertThat(known.daysUnpriced()).isEmpty();
        }
    }

    @Test
    void before_the_first_price_there_is_energy_and_no_money() throws Exception {
        var blue =
                season().with(LocalDate.parse("2023-01-31"), TempoColour.BLUE)
                        .with(LocalDate.parse("2023-02-01"), TempoColour.BLUE);
        var readings = steady("2023-01-31T20:00:00Z", "2023-02-01T06:00:00Z", 1000, null);
        try (var costs = RecordedCosts.of(folder, readings, blue, "0")) {
            var rows = costs.by(CostQuery.By.DAY).rows();
            assertThat(rows.get(0).line().hp().saved()).isNull();
            assertThat(rows.get(0).line().hc().saved()).isNull(); // an hour of it has no price
            assertThat(rows.get(0).colour()).isEqualTo(TempoColour.BLUE);
            assertThat(rows.get(1).line().hp().saved())
                    .isCloseTo(eur("0.1249"), within(eur("0.00005")));
            assertThat(costs.by(CostQuery.By.DAY).daysUnpriced())
                    .containsExactly(LocalDate.parse("2023-01-31"));
        }
    }

    @Test
    void a_range_holds_the_days_from_the_first_up_to_the_last_or_quarters_between_instants()
            throws Exception {
        var readings = steady("2025-01-10T05:00:00Z", "2025-01-14T05:00:00Z", 100, null);
        try (var costs = recorded(readings)) {
            var two = costs.days("2025-01-11", "2025-01-13", CostQuery.By.DAY);
            assertThat(two.rows())
                    .extracting(Row::period)
                    .containsExactly("2025-01-11", "2025-01-12");
            assertThat(two.total().all().deliveredWh()).isCloseTo(4800, within(1e-6));
            assertThat(costs.days("2025-01-14", "2025-02-01", CostQuery.By.DAY).rows()).isEmpty();
            assertThat(costs.days("2019-01-01", "2020-01-01", CostQuery.By.SEASON).total())
                    .isEqualTo(Line.NOTHING);
            var hours = costs.instants("2025-01-11T20:30:00Z", "2025-01-12T05:30:00Z");
            assertThat(hours.rows())
                    .extracting(row -> row.line().all().deliveredWh())
                    .satisfiesExactly(
                            eve -> assertThat(eve).isCloseTo(850, within(1e-6)),
                            next -> assertThat(next).isCloseTo(50, within(1e-6)));
            assertThat(hours.rows().getFirst().line().hp().deliveredWh())
                    .isCloseTo(50, within(1e-6));
        }
    }

    @Test
    void where_nothing_was_recorded_there_is_nothing_to_tell() throws Exception {
        try (var costs = recorded(List.of())) {
            var report = costs.by(CostQuery.By.MONTH);
            assertThat(report.rows()).isEmpty();
            assertThat(report.total()).isEqualTo(Line.NOTHING);
            assertThat(report.byColour()).isEmpty();
        }
    }

    @Test
    void random_histories_cost_what_a_plain_calculation_gives() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("CostsTest seed " + seed);
        var random = new Random(seed);
        var spans =
                List.of(
                        List.of("2025-01-30T10:00:00Z", "2025-02-04T09:00:00Z"),
                        List.of("2024-10-25T03:00:00Z", "2024-10-28T23:00:00Z"),
                        List.of("2025-03-28T03:00:00Z", "2025-03-31T23:00:00Z"),
                        List.of("2024-10-30T12:00:00Z", "2024-11-02T12:00:00Z"));
        int home = 0;
        for (var span : spans) {
            for (double metered : new double[] {0, 0.8}) {
                var past = Past.between(random, span.get(0), span.get(1)).metered(metered).gaps(3);
                int batteries = 1 + random.nextInt(3);
                var readings = new ArrayList<Reading>();
                for (int i = 1; i <= batteries; i++) {
                    readings.addAll(past.battery(i, Duration.ofSeconds(30 + random.nextInt(400))));
                }
                check(folder.resolve("home" + home++), readings, seed);
            }
        }
    }

    @Test
    void over_a_real_season_days_months_and_season_add_up_to_the_last_digit() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("CostsTest seed " + seed);
        var random = new Random(seed);
        var readings =
                Past.between(random, "2024-09-01T04:00:00Z", "2025-09-01T04:00:00Z")
                        .metered(0.9)
                        .gaps(0.5)
                        .battery(1, Duration.ofMinutes(5));
        try (var costs = RecordedCosts.of(folder, readings, season(), "0.04")) {
            var days = costs.by(CostQuery.By.DAY);
            var months = costs.by(CostQuery.By.MONTH);
            assertThat(days.rows()).hasSize(365);
            assertThat(months.rows()).hasSize(12);
            for (var month : months.rows()) {
                var sum =
                        days.rows().stream()
                                .filter(day -> day.period().startsWith(month.period()))
                                .map(Row::line)
                                .reduce(Line.NOTHING, Line::plus);
                assertThat(month.line()).isEqualTo(sum);
                assertThat(money(month.line().hp()).add(money(month.line().hc())))
                        .isEqualByComparingTo(money(month.line().all()));
            }
            var sum = months.rows().stream().map(Row::line).reduce(Line.NOTHING, Line::plus);
            assertThat(months.total()).isEqualTo(sum);
            assertThat(money(days.total().all())).isEqualByComparingTo(money(sum.all()));
            assertThat(costs.by(CostQuery.By.SEASON).rows())
                    .singleElement()
                    .satisfies(
                            season -> {
                                assertThat(season.period()).isEqualTo("2024-2025");
                                assertThat(money(season.line().all()))
                                        .isEqualByComparingTo(money(sum.all()));
                            });
            var colours =
                    days.byColour().values().stream()
                            .map(line -> money(line.all()))
                            .reduce(ZERO, BigDecimal::add);
            assertThat(colours).isEqualByComparingTo(money(sum.all()));
            compare(days.rows(), plain(readings, "0.04"), seed);
        }
    }

    private void check(Path home, List<Reading> readings, long seed) throws Exception {
        try (var costs = RecordedCosts.of(home, readings, season(), "0.13")) {
            compare(costs.by(CostQuery.By.DAY).rows(), plain(readings, "0.13"), seed);
        }
    }

    private static void compare(
            List<Row> rows, Map<LocalDate, Map<TempoPeriod, PlainCost.Cell>> plain, long seed) {
        assertThat(rows)
                .as("seed %s", seed)
                .extracting(Row::from)
                .containsExactlyElementsOf(plain.keySet());
        for (var row : rows) {
            var cells = plain.getOrDefault(row.from(), Map.of());
            for (var period : TempoPeriod.values()) {
                var cell = cells.getOrDefault(period, new PlainCost.Cell());
                var sums = period == TempoPeriod.HP ? row.line().hp() : row.line().hc();
                var where = "seed " + seed + ", " + row.period() + " " + period;
                assertThat(sums.chargedWh()).as(where).isCloseTo(cell.charged, within(1e-5));
                assertThat(sums.deliveredWh()).as(where).isCloseTo(cell.delivered, within(1e-5));
                close(sums.chargeCost(), cell.charge, where);
                close(sums.avoidedCost(), cell.avoided, where);
                close(sums.saved(), cell.avoided - cell.charge, where);
            }
        }
    }

    private static void close(@Nullable BigDecimal told, double expected, String where) {
        assertThat(requireNonNull(told, where).doubleValue())
                .as(where)
                .isCloseTo(expected, within(ROUNDED_TWICE));
    }

    private static Map<LocalDate, Map<TempoPeriod, PlainCost.Cell>> plain(
            List<Reading> readings, String exportPrice) {
        return PlainCost.of(
                readings,
                season().colours(),
                RecordedCosts.OFFER.prices(),
                Double.parseDouble(exportPrice));
    }

    private RecordedCosts recorded(List<Reading> readings) throws InterruptedException {
        return recorded(readings, "0");
    }

    private RecordedCosts recorded(List<Reading> readings, String exportPrice)
            throws InterruptedException {
        return RecordedCosts.of(folder, readings, season(), exportPrice);
    }

    private static RealSeason season() {
        return RealSeason.of("2024-2025");
    }

    /** A reading each minute, the last at the end. */
    private static List<Reading> steady(
            String from, String until, double ongridW, @Nullable Double meterW) {
        var readings = new ArrayList<Reading>();
        var end = Instant.parse(until);
        for (var at = Instant.parse(from); !at.isAfter(end); at = at.plusSeconds(60)) {
            var values = Observation.builder().number(Quantity.ONGRID_POWER_W, ongridW);
            if (meterW != null) {
                values.number(Quantity.METER_POWER_W, meterW);
            }
            readings.add(new Reading(Past.mac(1), at, values.build()));
        }
        return readings;
    }

    /** The later stretch's first reading replaces the earlier one's last. */
    private static List<Reading> joined(List<Reading> one, List<Reading> other) {
        var byTime = new TreeMap<Instant, Reading>();
        one.forEach(reading -> byTime.put(reading.at(), reading));
        other.forEach(reading -> byTime.put(reading.at(), reading));
        return List.copyOf(byTime.values());
    }

    private static BigDecimal money(Sums sums) {
        return requireNonNull(sums.saved());
    }

    private static BigDecimal eur(String text) {
        return new BigDecimal(text);
    }
}
