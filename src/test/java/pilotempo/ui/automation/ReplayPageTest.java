package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.engine.Refused;
import pilotempo.engine.Steering.Progress;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.testing.Pictures.Size;

/** A past season run again. */
class ReplayPageTest extends AutomationPageTest {
    @Test
    void a_season_is_run_again_and_shown_as_chart_and_table() {
        engine.steering.backtest(report());
        desktop(Part.REPLAY);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(() -> there("#replay-chart"));
        picture("automation-replay-light");
        assertThat(says("201.80")).isTrue();
        assertThat(says("88.50")).isTrue();
        fire("#choice-PAID");
        picture("automation-replay-light-paid");
        fire("#choice-TABLE");
        until(() -> says("January 2025"));
        picture("automation-replay-light-table");
    }

    @Test
    void the_kiosk_shows_a_replay_too() {
        engine.steering.backtest(report());
        open(Part.REPLAY, Size.KIOSK, Locale.FRENCH);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(() -> there("#replay-chart"));
        picture("automation-replay-kiosk-dark");
        assertThat(there("#replay-csv")).isFalse();
    }

    @Test
    void a_replay_under_way_can_be_stopped() {
        var stopped = new AtomicBoolean();
        var begun = new CountDownLatch(1);
        engine.steering.backtesting(
                (strategy, season, progress) -> {
                    progress.accept(new Progress(120, 365));
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException cancelled) {
                        stopped.set(true);
                        throw cancelled;
                    }
                    throw new IllegalStateException("never ends by itself");
                });
        desktop(Part.REPLAY);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(() -> begun.getCount() == 0 && there("#replay-stop"));
        picture("automation-replay-light-running");
        fire("#replay-stop");
        until(stopped::get);
        assertThat(there("#replay-start")).isTrue();
    }

    @Test
    void what_can_not_be_calculated_is_told() {
        engine.steering.backtesting(
                (strategy, season, progress) -> {
                    throw new Refused(Refused.Problem.PRICES_UNKNOWN, "no price", season.label());
                });
        desktop(Part.REPLAY);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(
                () ->
                        window().scene().getRoot().lookupAll(".banner").stream()
                                .anyMatch(
                                        node ->
                                                node instanceof Banner one
                                                        && one.words()
                                                                .contains(
                                                                        "its prices are not in the"
                                                                                + " table")));
    }

    @Test
    void without_a_known_season_nothing_can_be_run() {
        engine.noColours();
        desktop(Part.REPLAY);
        until(() -> says("No season known"));
        assertThat(there("#replay-start")).isFalse();
    }

    @Test
    void a_replay_is_saved_as_csv_with_a_line_a_month(@TempDir Path folder) throws Exception {
        desktop(Part.PLAN);
        var words =
                new ActionWords(
                        pilotempo.ui.component.Texts.of(ActionWords.BUNDLE, Locale.ENGLISH),
                        new pilotempo.ui.component.Formats(Locale.ENGLISH, engine.zone()));
        var csv = new ReplayCsv(report(), words.texts());
        var file = folder.resolve(csv.name());
        assertThat(file.getFileName()).hasToString("pilotempo-tempo-2024-09-01-2025-08-31.csv");
        long written = pilotempo.ui.component.WholeFile.write(csv, file, _ -> {});
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(written).isEqualTo(12);
        assertThat(lines).hasSize(13);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "month,days,without_batteries_eur,auto_alone_eur,strategy_eur,"
                                + "saved_by_auto_eur,saved_eur,red_days,red_days_met");
        assertThat(lines.get(5))
                .isEqualTo("2025-01,31,160.0000,121.0000,81.0000,39.0000,79.0000,5,5");
    }

    private static BacktestReport report() {
        double[] auto = {4.1, 5.2, 7.4, 22, 39, 12, 6.3, 4.4, 3.8, 3.2, 3.1, 2.8};
        double[] saved = {5.8, 7.6, 12, 42, 79, 22, 9.6, 6.1, 5.2, 4.4, 4.2, 3.9};
        var months = new ArrayList<Month>();
        var first = YearMonth.of(2024, 9);
        for (int i = 0; i < 12; i++) {
            var month = first.plusMonths(i);
            var without = money(i == 4 ? 160 : 70 + 6 * Math.abs(6 - i));
            months.add(
                    new Month(
                            month,
                            month.lengthOfMonth(),
                            without,
                            without.subtract(money(auto[i])),
                            without.subtract(money(saved[i])),
                            i == 4 ? 5 : 0,
                            i == 4 ? 5 : 0));
        }
        var without = money(1240);
        var total =
                new Month(
                        first,
                        365,
                        without,
                        without.subtract(money(113.3)),
                        without.subtract(money(201.8)),
                        22,
                        22);
        return new BacktestReport(
                "tempo",
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2025, 9, 1),
                false,
                3,
                15_360,
                2,
                months,
                total);
    }

    private static BigDecimal money(double euros) {
        return BigDecimal.valueOf(euros).setScale(4, java.math.RoundingMode.HALF_UP);
    }

    @Test
    void only_seasons_of_which_something_is_known_are_offered() {
        desktop(Part.PLAN);
        assertThat(Seasons.known(engine)).containsExactly(new TempoSeason(2025));
        engine.noColours();
        assertThat(Seasons.known(engine)).isEmpty();
    }
}
