package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

class ReplaySaveTest extends PageTest {
    private final StillEngine engine = StillEngine.of(1);

    @Test
    void the_button_saves_what_is_shown_where_the_user_wants_it(@TempDir Path folder)
            throws Exception {
        engine.steering.backtest(report());
        var context = context(engine, Locale.ENGLISH, false, false, _ -> {});
        var words = new ActionWords(context.texts(ActionWords.BUNDLE), context.formats());
        var view =
                onFx(
                        () ->
                                new ReplayView(
                                        context,
                                        words,
                                        (_, _, name) -> Optional.of(folder.resolve(name))));
        open(
                () -> {
                    view.shown();
                    return framed(view.node(), false);
                },
                Size.DESKTOP,
                false);
        press("Run");
        until(() -> says("Saved by month"));
        press("CSV");
        var file = folder.resolve("pilotempo-tempo-2025-01-01-2025-01-31.csv");
        until(() -> says("1 month written to " + file.getFileName()));
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .last()
                .isEqualTo("2025-01,31,30.0000,20.0000,-1.5000,10.0000,31.5000,2,1");
        onFx(view::close);
    }

    private static BacktestReport report() {
        var month =
                new Month(
                        YearMonth.of(2025, 1),
                        31,
                        new BigDecimal("30.0000"),
                        new BigDecimal("20.0000"),
                        new BigDecimal("-1.5000"),
                        2,
                        1);
        return new BacktestReport(
                "tempo",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 2, 1),
                true,
                1,
                5_120,
                0,
                List.of(month),
                month);
    }
}
