package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

class BacktestTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    private static final BacktestBattery SALON = new BacktestBattery("salon", 5120, 2500, 2500);

    @Test
    void a_red_day_and_its_eve_reckoned_by_hand() throws InterruptedException {
        // Sunday 15 December is blue (night 0.1296), Monday 16 red (peak 0.7562), Tuesday not
        var report = backtest("tempo", "2024-12-15", "2024-12-17", house(_ -> 400), SALON);

        double without = (16 * 0.1609 + 8 * 0.1296 + 16 * 0.7562 + 8 * 0.1568) * 0.4;
        double charged = 0.88 * 5.12 / 0.92;
        double delivered = 0.88 * 5.12 * 0.88;
        assertThat(report.total().withoutBatteries()).isEqualByComparingTo(eur(without));
        assertThat(report.total().autoAlone()).isEqualByComparingTo(eur(without));
        assertThat(report.total().strategy())
                .isEqualByComparingTo(eur(without + charged * 0.1296 - delivered * 0.7562));
        assertThat(report.total().redDays()).isEqualTo(1);
        assertThat(report.total().redDaysMet()).isEqualTo(1);
    }

    @Test
    void auto_stores_the_sun_and_gives_it_back_in_the_evening() throws InterruptedException {
        // 1 kW over for two hours: 2 kWh not sold at 0.04, 1.84 stored, 1.6192 delivered by 19:24
        var house = house(local -> local >= 12 && local < 14 ? -1000 : 300);

        var report = backtest("tempo", "2024-10-02", "2024-10-03", house, SALON);

        double without = 0.3 * (14 * 0.1609 + 8 * 0.1296) - 2 * 0.04;
        assertThat(report.total().withoutBatteries()).isEqualByComparingTo(eur(without));
        assertThat(report.total().autoAlone())
                .isEqualByComparingTo(eur(without + 2 * 0.04 - 1.6192 * 0.1609));
    }

    @Test
    void days_of_25_and_23_hours_have_9_and_7_off_peak_hours() throws InterruptedException {
        var autumn = backtest("tempo", "2024-10-26", "2024-10-27", house(_ -> 400), SALON);
        var spring = backtest("tempo", "2025-03-29", "2025-03-30", house(_ -> 400), SALON);

        assertThat(autumn.total().withoutBatteries())
                .isEqualByComparingTo(eur(0.4 * (16 * 0.1609 + 9 * 0.1296)));
        assertThat(spring.total().withoutBatteries())
                .isEqualByComparingTo(eur(0.4 * (16 * 0.1552 + 7 * 0.1288)));
    }

    @Test
    void prices_change_at_midnight_inside_a_red_night() throws InterruptedException {
        var report = backtest("tempo", "2025-01-31", "2025-02-01", house(_ -> 1000), SALON);

        assertThat(report.total().withoutBatteries())
                .isEqualByComparingTo(eur(16 * 0.7562 + 2 * 0.1568 + 6 * 0.1518));
    }

    @Test
    void no_batteries_save_nothing() throws InterruptedException {
        var report = backtest("tempo", "2024-12-01", "2025-02-01", simulated());

        assertThat(report.total().saved()).isEqualByComparingTo("0");
        assertThat(report.total().savedByAuto()).isEqualByComparingTo("0");
        assertThat(report.total().redDays()).isEqualTo(21);
        assertThat(report.total().redDaysMet()).isZero();
    }

    @Test
    void a_season_is_the_sum_of_its_months_and_every_red_day_is_met() throws InterruptedException {
        var done = new ArrayList<Long>();
        var season = new TempoSeason(2024);
        var report =
                new Backtest(Strategies.of("tempo").orElseThrow(), setup(new Scene(), fleet(3)))
                        .run(
                                season.firstDay(),
                                season.lastDay().plusDays(1),
                                simulated(),
                                (at, all) -> {
                                    assertThat(all).isEqualTo(365);
                                    done.add(at);
                                });

        assertThat(done).isSorted().startsWith(0L).endsWith(365L).hasSizeGreaterThan(40);
        assertThat(report.strategy()).isEqualTo("tempo");
        assertThat(report.recorded()).isFalse();
        assertThat(report.batteries()).isEqualTo(3);
        assertThat(report.capacityWh()).isEqualTo(15_360);
        assertThat(report.daysLeftOut()).isZero();
        assertThat(report.months()).hasSize(12);
        assertThat(sum(report.months(), Month::withoutBatteries))
                .isEqualTo(report.total().withoutBatteries());
        assertThat(sum(report.months(), Month::autoAlone)).isEqualTo(report.total().autoAlone());
        assertThat(sum(report.months(), Month::strategy)).isEqualTo(report.total().strategy());
        assertThat(report.months())
                .allSatisfy(month -> assertThat(month.strategy().scale()).isEqualTo(4));
        assertThat(report.total().days()).isEqualTo(365);
        assertThat(report.total().redDays()).isEqualTo(22);
        assertThat(report.total().redDaysMet()).isEqualTo(22);
        assertThat(report.total().savedByAuto()).isBetween(eur(80), eur(250));
        assertThat(report.total().saved()).isGreaterThan(report.total().savedByAuto());
    }

    @Test
    void days_without_colour_price_or_house_are_left_out_and_counted() throws InterruptedException {
        var torn =
                new Scene().colours(RealSeason.of("2024-2025").without(LocalDate.of(2024, 12, 5)));
        var hours = new HashMap<Instant, Double>();
        var from = Scene.paris("2024-12-01T06:00");
        for (int i = 0; i < 96 * 9; i++) {
            hours.put(from.plus(Duration.ofMinutes(15L * i)), 100.0);
        }
        hours.remove(Scene.paris("2024-12-02T12:00")); // filled with the day's mean
        for (int i = 0; i < 12; i++) {
            hours.remove(Scene.paris("2024-12-03T12:00").plus(Duration.ofMinutes(15L * i)));
        }

        var report =
                new Backtest(Strategies.of("tempo").orElseThrow(), setup(torn, fleet(1)))
                        .run(
                                LocalDate.of(2024, 12, 1),
                                LocalDate.of(2024, 12, 11),
                                new RecordedHouse(hours),
                                (_, _) -> {});

        // 3 December (3 h unknown), 5 (no colour), 10 (nothing recorded)
        assertThat(report.daysLeftOut()).isEqualTo(3);
        assertThat(report.total().days()).isEqualTo(7);
        assertThat(report.recorded()).isTrue();

        var early = backtest("tempo", "2021-12-01", "2021-12-11", simulated(), SALON);
        assertThat(early.daysLeftOut()).isEqualTo(10);
        assertThat(early.months()).isEmpty();
        assertThat(early.total().saved()).isEqualByComparingTo("0");
    }

    @Test
    void it_can_be_given_up() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> backtest("tempo", "2024-12-01", "2024-12-11", simulated(), SALON))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void peak_shift_charges_where_the_spread_pays() throws InterruptedException {
        // white between blue days: 0.1894 x 0.8 > 0.1296, 0.1609 x 0.8 < 0.1486
        var colours = RealSeason.of("2024-2025").colours();
        var white =
                colours.keySet().stream()
                        .filter(day -> colours.get(day) == TempoColour.WHITE)
                        .filter(day -> colours.get(day.minusDays(1)) == TempoColour.BLUE)
                        .filter(day -> colours.get(day.plusDays(1)) == TempoColour.BLUE)
                        .findFirst()
                        .orElseThrow();
        assertThat(white).isBefore("2025-01-31");
        var report =
                backtest(
                        "peak-shift",
                        white.minusDays(1).toString(),
                        white.plusDays(1).toString(),
                        house(_ -> 400),
                        SALON);

        double charged = 0.88 * 5.12 / 0.92;
        double delivered = 0.88 * 5.12 * 0.88;
        assertThat(report.total().saved().doubleValue())
                .isCloseTo(delivered * 0.1894 - charged * 0.1296, within(1e-4));
    }

    private static BacktestReport backtest(
            String strategy, String from, String to, PastHouse house, BacktestBattery... fleet)
            throws InterruptedException {
        return new Backtest(
                        Strategies.of(strategy).orElseThrow(), setup(new Scene(), List.of(fleet)))
                .run(LocalDate.parse(from), LocalDate.parse(to), house, (_, _) -> {});
    }

    private static BacktestSetup setup(Scene scene, List<BacktestBattery> fleet) {
        return new BacktestSetup(
                Scene.CLOCK,
                scene.tariff(),
                scene.at(Instant.EPOCH).rules(),
                fleet,
                9,
                new BigDecimal("0.04"));
    }

    private static List<BacktestBattery> fleet(int batteries) {
        var fleet = new ArrayList<BacktestBattery>();
        for (int i = 0; i < batteries; i++) {
            fleet.add(new BacktestBattery("b" + i, 5120, 2500, 2500));
        }
        return fleet;
    }

    private static PastHouse simulated() {
        return new SimulatedHouse(Scene.PARIS);
    }

    /** W by the local hour, through the season of the test. */
    private static PastHouse house(ToDoubleFunction<Integer> netW) {
        Map<Instant, Double> quarters = new HashMap<>();
        var until = Scene.CLOCK.startOf(FIRST.plusYears(1));
        for (var at = Scene.CLOCK.startOf(FIRST);
                at.isBefore(until);
                at = at.plus(Duration.ofMinutes(15))) {
            quarters.put(at, netW.applyAsDouble(Scene.CLOCK.local(at).getHour()) / 4);
        }
        return new RecordedHouse(quarters);
    }

    private static BigDecimal sum(List<Month> months, Function<Month, BigDecimal> what) {
        return months.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal eur(double eur) {
        return BigDecimal.valueOf(eur).setScale(4, RoundingMode.HALF_UP);
    }
}
