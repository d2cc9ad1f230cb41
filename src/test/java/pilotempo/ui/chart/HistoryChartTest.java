package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Palette;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.WindowTest;

/** The day of the autumn change, 25 hours long, with six hours without data. */
class HistoryChartTest extends WindowTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FROM = Instant.parse("2025-10-25T22:00:00Z");
    private static final Instant TO = Instant.parse("2025-10-26T23:00:00Z");

    private static ChartModel model() {
        var minutes =
                LongStream.range(0, 25 * 60)
                        .filter(minute -> minute < 9 * 60 || minute >= 15 * 60)
                        .map(minute -> FROM.getEpochSecond() / 60 + minute)
                        .toArray();
        var watts = new double[minutes.length];
        Arrays.fill(watts, 500);
        var percent = new double[minutes.length];
        Arrays.fill(percent, 50);
        var days =
                List.of(
                        new DayColour(
                                LocalDate.of(2025, 10, 25),
                                TempoColour.WHITE,
                                DayColour.Status.PROVISIONAL,
                                "public",
                                FROM),
                        DayColour.unknown(LocalDate.of(2025, 10, 26)));
        return new ChartModel(
                FROM,
                TO,
                FROM,
                TO,
                TO.plusSeconds(7_200),
                days,
                List.of(),
                false,
                List.of(
                        new Lane.Power("", 2, Curves.readings(minutes, watts)),
                        new Lane.Level("", 1, Curves.readings(minutes, percent), 15.0)),
                "");
    }

    @Test
    void a_gap_has_no_line_and_the_clock_change_is_told() {
        var chart = onFx(() -> new HistoryChart(new Formats(Locale.FRENCH, PARIS), false, false));
        open(() -> new BorderPane(chart), Pictures.Size.DESKTOP, false);
        onFx(() -> chart.show(model()));
        until(() -> !chart.isNeedsLayout());
        var image = onFx(() -> Pictures.save(stage.getScene(), "chart-clock-change"));
        var line = Palette.of(false).get("discharge");
        int third = (int) (56 + (1280 - 57) * 3.0 / 25);
        int twelfth = (int) (56 + (1280 - 57) * 12.0 / 25);
        assertThat(shows(image.getPixelReader()::getColor, third, line)).isTrue();
        assertThat(shows(image.getPixelReader()::getColor, twelfth, line)).isFalse();
        assertThat(chart.getAccessibleText())
                .contains("Interruptions sans donnée : 1", "niveau 50\u00a0%");
    }

    private interface Pixels {
        Color at(int x, int y);
    }

    private static boolean shows(Pixels pixels, int x, Color wanted) {
        for (int y = 60; y < 780; y++) {
            var colour = pixels.at(x, y);
            double apart =
                    Math.abs(colour.getRed() - wanted.getRed())
                            + Math.abs(colour.getGreen() - wanted.getGreen())
                            + Math.abs(colour.getBlue() - wanted.getBlue());
            if (apart < 0.15) {
                return true;
            }
        }
        return false;
    }
}
