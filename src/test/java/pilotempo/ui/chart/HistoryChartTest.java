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

    @Test
    void one_reading_of_ten_seconds_is_seen_in_the_view_of_a_year() {
        var from = LocalDate.of(2025, 1, 1).atStartOfDay(PARIS);
        int days = 365;
        int spike = 200;
        var times = new long[days];
        var ends = new long[days];
        var mean = new double[days];
        var least = new double[days];
        var greatest = new double[days];
        var known = new int[days];
        for (int i = 0; i < days; i++) {
            times[i] = from.plusDays(i).toInstant().toEpochMilli();
            ends[i] = from.plusDays(i + 1).toInstant().toEpochMilli();
            mean[i] = 60;
            least[i] = -300;
            greatest[i] = i == spike ? 3_000 : 400;
            known[i] = 1;
        }
        var curve = new Curve(times, ends, mean, least, greatest, known, 1, 130_000_000);
        var begin = from.toInstant();
        var end = from.plusYears(1).toInstant();
        var year =
                new ChartModel(
                        begin,
                        end,
                        begin,
                        end,
                        end,
                        List.of(),
                        List.of(),
                        false,
                        List.of(new Lane.Power("", 1, curve)),
                        "");
        var chart = onFx(() -> new HistoryChart(new Formats(Locale.FRENCH, PARIS), false, false));
        open(() -> new BorderPane(chart), Pictures.Size.DESKTOP, false);
        onFx(() -> chart.show(year));
        var image = onFx(() -> Pictures.save(stage.getScene(), "chart-year-spike"));
        var layout = ChartLayout.of(year, 26, 1280, 800, ChartLayout.Sizes.of(false));
        var value = PowerPainter.scale(-300, 3_000, layout.lanes().getFirst());
        double middle = layout.time().pixel(curve.centre(spike));
        int inked = 0;
        var surface = Palette.of(false).get("surface");
        for (int x = (int) middle - 3; x <= middle + 3; x++) {
            var there = image.getPixelReader().getColor(x, (int) value.pixel(3_000.0) + 1);
            // The band's tint: clearly more violet than the ground and than the grid's grey.
            boolean tinted = there.getGreen() < surface.getGreen() - 0.1;
            inked += tinted && there.getBlue() - there.getGreen() > 0.08 ? 1 : 0;
        }
        assertThat(inked).isBetween(1, 4);
    }

    @Test
    void both_clock_changes_have_ticks_at_their_local_hours() {
        for (var date : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2025, 10, 26))) {
            var begin = date.atStartOfDay(PARIS).toInstant();
            var end = date.plusDays(1).atStartOfDay(PARIS).toInstant();
            var time = PixelScale.ofTime(begin.toEpochMilli(), end.toEpochMilli(), 60, 1240);
            var ticks = TimeTicks.of(time, PARIS, Locale.FRENCH, text -> 7.0 * text.length());
            for (var label : ticks.labels()) {
                if (!label.text().equals("24:00")) {
                    var at = Instant.ofEpochMilli(Math.round(time.value(label.centre())));
                    var there = at.atZone(PARIS).toLocalTime().toString();
                    assertThat(there).as(date.toString()).isEqualTo(label.text());
                }
            }
            assertThat(ticks.labels()).hasSizeGreaterThan(5);
        }
    }

    /** Printed, not asserted tightly: the machine is shared. */
    @Test
    void a_year_of_five_batteries_is_drawn_within_the_budget() {
        var lanes = new java.util.ArrayList<Lane>();
        for (int battery = 0; battery < 5; battery++) {
            var minutes =
                    LongStream.range(0, 1_460)
                            .map(i -> FROM.getEpochSecond() / 60 + i * 360)
                            .toArray();
            var watts = new double[minutes.length];
            for (int i = 0; i < watts.length; i++) {
                watts[i] = 900 * Math.sin(i * 0.7 + battery);
            }
            var known = new int[watts.length];
            java.util.Arrays.fill(known, 1);
            var times = java.util.Arrays.stream(minutes).map(minute -> minute * 60_000).toArray();
            var ends = java.util.Arrays.stream(times).map(time -> time + 21_600_000).toArray();
            var low = java.util.Arrays.stream(watts).map(value -> value - 400).toArray();
            var high = java.util.Arrays.stream(watts).map(value -> value + 700).toArray();
            var curve = new Curve(times, ends, watts, low, high, known, 1, 33_000_000);
            lanes.add(new Lane.Power("B" + battery, 1, curve));
        }
        var to = FROM.plus(java.time.Duration.ofDays(365));
        var chart = onFx(() -> new HistoryChart(new Formats(Locale.FRENCH, PARIS), false, false));
        open(() -> new BorderPane(chart), Pictures.Size.DESKTOP, false);
        var millis = new java.util.ArrayList<Double>();
        for (int round = 0; round < 15; round++) {
            var model =
                    new ChartModel(
                            FROM, to, FROM, to, to, List.of(), List.of(), false, lanes, "" + round);
            millis.add(
                    onFx(
                            () -> {
                                long begin = System.nanoTime();
                                chart.show(model);
                                chart.layout();
                                chart.snapshot(null, null);
                                return (System.nanoTime() - begin) / 1e6;
                            }));
        }
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "chart: 5 lanes of 1,460 points drawn in %.1f ms (median of 15, slowest %.1f)%n",
                millis.get(7),
                millis.getLast());
        assertThat(millis.get(7)).isLessThan(2_000);
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
