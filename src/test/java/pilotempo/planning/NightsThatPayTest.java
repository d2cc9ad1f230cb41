package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.PlanningRules.Hold;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.PriceTable.Row;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoOffer;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ShippedPrices;

/** A strategy never costs what Auto alone would have saved; what is stored counts. */
class NightsThatPayTest {
    /** What a month may lose: the sun of one day can't be foreseen. */
    private static final double LEAST_EUR = -0.02;

    private static final double STORED_EUR_PER_WH = Losses.OUT * 0.1296 / 1000;

    @ParameterizedTest
    @CsvSource({
        "tempo, 2024-2025, 0, 1, 2",
        "tempo, 2024-2025, 3000, 1, 3",
        "tempo, 2024-2025, 6000, 0.4, 3",
        "tempo, 2023-2024, 1000, 0.4, 1",
        "tempo, 2023-2024, 3000, 1, 3",
        "tempo, 2021-2022, 3000, 1, 3",
        "tempo, 2021-2022, 6000, 2, 3",
        "peak-shift, 2024-2025, 0, 1, 2",
        "peak-shift, 2024-2025, 3000, 1, 3",
        "peak-shift, 2023-2024, 1000, 0.4, 1",
        "peak-shift, 2021-2022, 3000, 0.4, 1",
    })
    void no_month_of_a_real_season_is_worse_than_auto_alone(
            String strategy, String label, double panelsW, double load, int batteries)
            throws InterruptedException {
        var season = TempoSeason.parse(label).orElseThrow();
        var setup = setup(label, batteries);

        var gains = new TreeMap<YearMonth, Double>();
        int met = months(strategy, season, setup, new OtherHouse(panelsW, load), gains);

        assertThat(gains).hasSize(12);
        assertThat(gains.values()).as("%s", gains).allMatch(gain -> gain > LEAST_EUR);
        assertThat(met).isEqualTo(22);
    }

    /** What each month gains against Auto, EUR. */
    private static int months(
            String strategy,
            TempoSeason season,
            BacktestSetup setup,
            PastHouse house,
            Map<YearMonth, Double> gains) {
        var following = new Follower(Strategies.of(strategy).orElseThrow(), setup);
        var auto = new ModelFleet(setup.batteries());
        double stored = 0;
        int met = 0;
        for (var date = season.firstDay();
                !date.isAfter(season.lastDay());
                date = date.plusDays(1)) {
            var day = PastDay.of(date, setup, house).orElseThrow();
            met += day.colour() == TempoColour.RED && following.ready() ? 1 : 0;
            double gain = -stored;
            for (var quarter : day.quarters()) {
                double alone = ModelFleet.follow(auto.batteries(), quarter.netW(), quarter.hours());
                double with = following.live(quarter);
                gain +=
                        (Math.max(0, alone * quarter.hours()) - Math.max(0, with))
                                * quarter.eurPerKwh().doubleValue()
                                / 1000;
            }
            stored = (following.storedWh() - storedWh(auto)) * STORED_EUR_PER_WH;
            gains.merge(YearMonth.from(date), gain + stored, Double::sum);
        }
        return met;
    }

    private static double storedWh(ModelFleet fleet) {
        return fleet.batteries().stream().mapToDouble(ModelBattery::storedWh).sum();
    }

    private static BacktestSetup setup(String label, int batteries) {
        var season = TempoSeason.parse(label).orElseThrow();
        var colours = RealSeason.of(label).with(season.lastDay().plusDays(1), TempoColour.BLUE);
        var fleet = new ArrayList<BacktestBattery>();
        for (int i = 0; i < batteries; i++) {
            fleet.add(new BacktestBattery("b" + i, 5120, 2500, 2500));
        }
        return new BacktestSetup(
                Scene.CLOCK,
                new Tariff(Scene.CLOCK, offer(), colours),
                new PlanningRules(100, 1000, Set.of(TempoColour.RED), Hold.AUTO),
                fleet,
                9,
                BigDecimal.ZERO);
    }

    /** As shipped; the newest row before the first. */
    private static TempoOffer offer() {
        var shipped = ShippedPrices.offer(TempoSettings.DEFAULT);
        var rows = new ArrayList<>(shipped.prices().rows());
        rows.addFirst(new Row(LocalDate.of(2021, 1, 1), rows.getLast().eurPerKwh()));
        return new TempoOffer(shipped.hours(), new PriceTable("edf-tempo", rows));
    }

    @Test
    void kept_where_each_of_the_last_days_would_have_used_it() {
        var plan = blueAfterBlue(hour -> hour >= 18 ? 800 : 300);

        assertThat(plan.actions().getFirst().holds()).isTrue();
        assertThat(plan.actions().getFirst().reason().key()).isEqualTo("hold.pays");
    }

    @Test
    void not_kept_where_the_sun_fills_the_battery_anyway() {
        var plan = blueAfterBlue(hour -> hour >= 10 && hour < 16 ? -2000 : 300);

        assertThat(plan.actions().getFirst().mode()).isEqualTo(OperatingMode.AUTO);
        assertThat(plan.actions().getFirst().reason().key()).isEqualTo("stay.pays");
    }

    @Test
    void one_sunny_day_among_the_last_is_enough_to_leave_the_battery_its_room() {
        var days = new ArrayList<List<Double>>();
        for (int i = 0; i < HouseDays.DAYS; i++) {
            boolean sunny = i == 9;
            days.add(Scene.hours(hour -> sunny && hour >= 10 && hour < 16 ? -2000 : 300));
        }
        var scene = new Scene().with("salon", 60).lastDays(days);

        assertThat(scene.plan("2025-05-13T22:05").actions().getFirst().holds()).isFalse();
    }

    @Test
    void before_a_red_day_kept_in_any_case() {
        var plan =
                new Scene()
                        .with("salon", 60)
                        .rules(100, 1000, Hold.AUTO)
                        .lastDays(hour -> hour >= 10 && hour < 16 ? -2000 : 300)
                        .plan("2025-01-13T22:05");

        assertThat(plan.actions().getFirst().holds()).isTrue();
        assertThat(plan.actions().getFirst().reason().key()).isEqualTo("hold.price");
    }

    private static Plan blueAfterBlue(IntToDoubleFunction netW) {
        return new Scene().with("salon", 60).lastDays(netW).plan("2025-05-13T22:05");
    }

    /** The simulated house with other panels and another household. */
    private record OtherHouse(double panelsW, double load) implements PastHouse {
        @Override
        public OptionalDouble netWh(Instant begin) {
            var local = begin.atZone(Scene.PARIS);
            double sunW = panelsW / SimulatedHouse.PANELS_W * SimulatedHouse.sunW(local);
            return OptionalDouble.of((load * SimulatedHouse.loadW(local) - sunW) / 4);
        }

        @Override
        public boolean recorded() {
            return true;
        }
    }
}
