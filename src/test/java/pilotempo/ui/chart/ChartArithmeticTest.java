package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.history.DayEnergy;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.testing.StillEngine;

class ChartArithmeticTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Formats FRENCH = new Formats(Locale.FRENCH, PARIS);
    private static final Texts TEXTS = Texts.of("pilotempo.ui.chart.Chart", Locale.FRENCH);

    private final StillEngine engine = StillEngine.of(3);

    private static Instant paris(String local) {
        return java.time.LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }

    @Test
    void bars_are_days_up_to_62_days_and_weeks_beyond_stacked_by_colour() {
        var days =
                List.of(
                        new DayEnergy(LocalDate.of(2026, 1, 4), 1_000, 2_000),
                        new DayEnergy(LocalDate.of(2026, 1, 5), 3_000, 4_000),
                        new DayEnergy(LocalDate.of(2026, 1, 8), 5_000, 6_000),
                        new DayEnergy(LocalDate.of(2026, 1, 9), 0, 500));
        engine.tomorrowUnknown();
        var from = LocalDate.of(2026, 1, 1);
        assertThat(EnergyBar.of(days, engine.colours(), from, from.plusDays(62))).hasSize(4);
        var weeks = EnergyBar.of(days, engine.colours(), from, from.plusDays(63));
        assertThat(weeks)
                .containsExactly(
                        new EnergyBar(
                                LocalDate.of(2025, 12, 29),
                                LocalDate.of(2026, 1, 5),
                                0,
                                0,
                                2_000,
                                0,
                                1_000),
                        new EnergyBar(
                                LocalDate.of(2026, 1, 5),
                                LocalDate.of(2026, 1, 12),
                                4_000,
                                0,
                                0,
                                6_500,
                                8_000));
    }

    @Test
    void a_day_of_which_nothing_is_known_has_no_bar() {
        var day = new DayEnergy(LocalDate.of(2026, 1, 4), Double.NaN, Double.NaN);
        assertThat(EnergyBar.of(List.of(day), engine.colours(), day.day(), day.day().plusDays(1)))
                .isEmpty();
    }

    @Test
    void a_tempo_day_begins_at_six_local_on_both_clock_changes() {
        assertThat(TariffBands.begin(LocalDate.of(2026, 3, 29), PARIS))
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
        assertThat(TariffBands.begin(LocalDate.of(2026, 10, 25), PARIS))
                .isEqualTo(Instant.parse("2026-10-25T05:00:00Z"));
        var days =
                TariffBands.days(
                        engine.colours(),
                        paris("2026-01-06T00:00"),
                        paris("2026-01-07T00:00"),
                        PARIS);
        assertThat(days.stream().map(DayColour::date))
                .containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6));
    }

    @Test
    void the_past_has_the_price_stretches_of_the_tariff() {
        var stretches =
                TariffBands.stretches(
                        engine.tariff(),
                        engine.colours(),
                        engine.prices(),
                        paris("2026-01-04T00:00"),
                        paris("2026-01-05T12:00"),
                        PARIS);
        assertThat(stretches.stream().map(s -> s.from().atZone(PARIS).getHour()))
                .containsExactly(0, 6, 22, 6);
        assertThat(stretches.stream().map(s -> s.period()))
                .containsExactly(TempoPeriod.HC, TempoPeriod.HP, TempoPeriod.HC, TempoPeriod.HP);
        assertThat(stretches.getLast().day().colour()).isEqualTo(TempoColour.RED);
        assertThat(stretches.getLast().eurPerKwh()).isEqualTo("0.6468");
    }

    @Test
    void off_peak_hours_of_a_past_summer_are_those_of_the_local_clock() {
        var stretches =
                TariffBands.stretches(
                        engine.tariff(),
                        engine.colours(),
                        engine.prices(),
                        paris("2025-07-01T00:00"),
                        paris("2025-07-02T00:00"),
                        PARIS);
        assertThat(stretches.stream().map(s -> s.until()))
                .containsExactly(
                        Instant.parse("2025-07-01T04:00:00Z"),
                        Instant.parse("2025-07-01T20:00:00Z"),
                        Instant.parse("2025-07-01T22:00:00Z"));
        assertThat(stretches.stream().map(s -> s.period()))
                .containsExactly(TempoPeriod.HC, TempoPeriod.HP, TempoPeriod.HC);
    }

    @Test
    void zoom_keeps_what_is_under_the_pointer_and_has_limits() {
        var window = new ChartWindow(paris("2026-01-01T00:00"), paris("2026-01-05T00:00"));
        var around = paris("2026-01-02T00:00");
        var closer = window.zoomed(0.5, around);
        assertThat(closer.length()).isEqualTo(Duration.ofDays(2));
        assertThat(Duration.between(closer.from(), around)).isEqualTo(Duration.ofHours(12));
        assertThat(window.zoomed(1e-9, around).length()).isEqualTo(Duration.ofMinutes(5));
        assertThat(window.panned(0.25).from()).isEqualTo(around);
        assertThat(window.notAfter(around).to()).isEqualTo(around);
        assertThat(window.notAfter(around).length()).isEqualTo(window.length());
    }

    @Test
    void lanes_share_the_height_by_weight_and_leave_room_for_names() {
        var sizes = ChartLayout.Sizes.of(false);
        var lanes =
                List.<Lane>of(
                        new Lane.Power("Salon", 2, Curve.EMPTY),
                        new Lane.Level("Salon", 1, Curve.EMPTY, null),
                        new Lane.Power("Garage", 2, Curve.EMPTY));
        var layout = ChartLayout.of(model(lanes), 26, 800, 400, sizes);
        var boxes = layout.lanes();
        assertThat(boxes.get(0).height()).isCloseTo(2 * boxes.get(1).height(), within(1e-6));
        assertThat(boxes.get(1).top() - boxes.get(0).bottom())
                .isCloseTo(sizes.between(), within(1e-6));
        assertThat(boxes.get(2).top() - boxes.get(1).bottom())
                .isCloseTo(sizes.between() + sizes.name(), within(1e-6));
        assertThat(boxes.get(2).bottom()).isCloseTo(layout.plot().bottom(), within(1e-6));
        assertThat(layout.strip().height()).isZero();
    }

    @Test
    void the_cross_hair_tells_power_band_level_and_price() {
        long at = paris("2026-01-05T19:15").toEpochMilli();
        var power = curve(at, 1_090, 640, 1_480, 3);
        var level = curve(at, 43, 43, 43, 3);
        var model =
                model(List.of(new Lane.Power("", 1, power), new Lane.Level("", 1, level, null)));
        var shown = PointedValues.at(model, Instant.ofEpochMilli(at), FRENCH, TEXTS);
        assertThat(shown.title()).isEqualTo("lun. 5 janv., 19:15");
        assertThat(shown.rows().stream().map(row -> row.label() + " " + row.value()))
                .containsExactly(
                        "Décharge 1\u00a0090\u00a0W",
                        "min – max 640 – 1\u00a0480\u00a0W",
                        "Niveau 43\u00a0%",
                        "Prix 0,6468\u00a0€");
    }

    @Test
    void the_cross_hair_says_when_a_battery_is_not_counted_and_never_makes_unknown_zero() {
        long at = paris("2026-01-05T19:15").toEpochMilli();
        var model =
                model(
                        List.of(
                                new Lane.Power("", 1, curve(at, -500, -500, -500, 2)),
                                new Lane.Level("", 1, Curve.EMPTY, null)));
        var rows = PointedValues.at(model, Instant.ofEpochMilli(at), FRENCH, TEXTS).rows();
        assertThat(rows.stream().map(row -> row.label() + " " + row.value()))
                .contains("Charge 500\u00a0W", "Batteries comptées 2 sur 3", "Niveau —");
    }

    @Test
    void a_chart_says_in_words_what_it_shows() {
        long at = paris("2026-01-05T19:15").toEpochMilli();
        var model = model(List.of(new Lane.Power("", 1, curve(at, 1_090, 640, 1_480, 3))));
        assertThat(ChartSummary.of(model, FRENCH, TEXTS))
                .contains("décharge jusqu’à 1\u00a0480\u00a0W", "Interruptions sans donnée : 2");
    }

    private static Curve curve(long at, double mean, double least, double greatest, int known) {
        return new Curve(
                new long[] {at},
                new long[] {at + 900_000},
                new double[] {mean},
                new double[] {least},
                new double[] {greatest},
                new int[] {known},
                3,
                1_400_000);
    }

    private ChartModel model(List<Lane> lanes) {
        var from = paris("2026-01-04T00:00");
        var to = paris("2026-01-07T00:00");
        return new ChartModel(
                from,
                to,
                from,
                to,
                engine.now(),
                List.of(),
                TariffBands.stretches(
                        engine.tariff(), engine.colours(), engine.prices(), from, to, PARIS),
                false,
                lanes,
                "");
    }
}
