package pilotempo.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.history.Step;
import pilotempo.lifecycle.Signal;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.chart.EnergyBar;
import pilotempo.ui.chart.Lane;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.testing.StillEngine;

class HistoryStateTest {
    private static final Formats FRENCH = new Formats(Locale.FRENCH, Past.PARIS);

    private final StillEngine still = StillEngine.of(3);
    private final Past past = new Past(still);
    private final Shown week = Shown.thisWeek(StillEngine.NOW, Past.PARIS);

    private HistoryState load(Shown shown, boolean kiosk) throws InterruptedException {
        var engine = past.engine();
        try (var work = new BackgroundWork(Runnable::run)) {
            var context =
                    new UiContext(
                            engine,
                            FRENCH,
                            kiosk,
                            false,
                            _ -> {},
                            work,
                            Runnable::run,
                            new Signal());
            var question =
                    new HistoryQuestion(
                            shown, HistoryQuestion.batteries(engine.fleet()), engine.now());
            return HistoryState.of(question, question.ask(engine), context);
        }
    }

    private Shown pressed(Span span) {
        return week.with(span, StillEngine.NOW, past.first, Past.PARIS);
    }

    @Test
    void the_week_is_seven_local_days_up_to_today() {
        assertThat(week.title(FRENCH)).isEqualTo("31 déc. – 6 janv.");
        assertThat(week.window().from()).isEqualTo(Instant.parse("2025-12-30T23:00:00Z"));
        assertThat(week.window().to()).isEqualTo(Instant.parse("2026-01-06T23:00:00Z"));
        assertThat(week.moved(-1, Past.PARIS).title(FRENCH)).isEqualTo("24 déc. – 30 déc.");
        assertThat(week.moved(-1, Past.PARIS).moved(1, Past.PARIS)).isEqualTo(week);
    }

    @Test
    void day_month_year_and_all_are_calendar_windows() {
        assertThat(pressed(Span.DAY).title(FRENCH)).isEqualTo("mar. 6 janv.");
        assertThat(pressed(Span.MONTH).title(FRENCH)).isEqualTo("janvier 2026");
        assertThat(pressed(Span.YEAR).moved(-1, Past.PARIS).title(FRENCH)).isEqualTo("2025");
        assertThat(pressed(Span.ALL).title(FRENCH)).isEqualTo("janv. 2025 – janv. 2026");
        assertThat(pressed(Span.ALL).hasEarlier(past.first)).isFalse();
        assertThat(pressed(Span.ALL).hasLater(StillEngine.NOW)).isFalse();
    }

    @Test
    void a_day_of_the_autumn_change_is_25_hours_long() {
        var day = LocalDate.of(2025, 10, 26);
        var window = Span.DAY.window(day, day, Past.PARIS);
        assertThat(window.length()).isEqualTo(Duration.ofHours(25));
        assertThat(Span.DAY.next(window, 1, Past.PARIS).length()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void zooming_makes_a_free_window_that_today_ends() {
        var zoomed =
                week.free(
                        new ChartWindow(
                                Instant.parse("2026-01-05T11:00:00Z"),
                                Instant.parse("2026-01-05T17:30:00Z")),
                        StillEngine.NOW,
                        Past.PARIS);
        assertThat(zoomed.title(FRENCH)).isEqualTo("5 janv. 12:00 – 18:30");
        assertThat(zoomed.current(StillEngine.NOW, past.first, Past.PARIS)).isFalse();
        assertThat(zoomed.today(StillEngine.NOW, past.first, Past.PARIS)).isEqualTo(week);
        var beyond = week.free(week.window().panned(3), StillEngine.NOW, Past.PARIS);
        assertThat(beyond.window().to()).isEqualTo(week.window().to());
    }

    @Test
    void a_week_shows_power_level_and_bars_whose_sum_is_the_tile() throws InterruptedException {
        var state = load(week, false);
        assertThat(state.chart().lanes())
                .hasExactlyElementsOfTypes(Lane.Power.class, Lane.Level.class, Lane.Energy.class);
        assertThat(state.step()).isEqualTo(Step.QUARTER);
        var bars = ((Lane.Energy) state.chart().lanes().getLast()).bars();
        assertThat(bars).hasSize(7);
        assertThat(state.totals().deliveredWh())
                .isEqualTo(bars.stream().mapToDouble(EnergyBar::deliveredWh).sum());
        assertThat(state.totals().redWh()).isPositive().isLessThan(state.totals().deliveredWh());
        assertThat(state.coverage()).isCloseTo(1 - 7.5 / 162.7, within(0.004));
        assertThat(state.chart().shadeOffPeak()).isFalse();
        assertThat(state.chart().days()).hasSize(8);
    }

    @Test
    void a_day_shows_no_bars_and_takes_its_energy_from_buckets() throws InterruptedException {
        var state = load(pressed(Span.DAY), false);
        assertThat(state.chart().lanes())
                .hasExactlyElementsOfTypes(Lane.Power.class, Lane.Level.class);
        assertThat(state.chart().shadeOffPeak()).isTrue();
        assertThat(state.step()).isEqualTo(Step.RAW);
        assertThat(state.totals().deliveredWh()).isPositive();
        assertThat(state.totals().redWh()).isNull();
        assertThat(past.asked.getLast().mostPoints()).isLessThanOrEqualTo(100);
    }

    @Test
    void a_year_shows_weeks_of_energy_and_the_level() throws InterruptedException {
        var state = load(pressed(Span.YEAR).moved(-1, Past.PARIS), false);
        assertThat(state.chart().lanes())
                .hasExactlyElementsOfTypes(Lane.Energy.class, Lane.Power.class, Lane.Level.class);
        assertThat(((Lane.Energy) state.chart().lanes().getFirst()).bars()).hasSizeBetween(50, 53);
    }

    @Test
    void by_battery_each_has_lanes_of_its_own_and_its_name() throws InterruptedException {
        var lanes = load(week.looking(Look.PLAIN.inLanes(true)), false).chart().lanes();
        assertThat(lanes.stream().map(Lane::name))
                .containsExactly("Salon", "Salon", "Garage", "Garage", "Atelier", "Atelier");
        var year =
                load(pressed(Span.YEAR).looking(Look.PLAIN.inLanes(true)), false).chart().lanes();
        assertThat(year)
                .hasExactlyElementsOfTypes(
                        Lane.Energy.class,
                        Lane.Power.class,
                        Lane.Energy.class,
                        Lane.Power.class,
                        Lane.Energy.class,
                        Lane.Power.class);
        var lanesOnly = pressed(Span.YEAR).looking(Look.PLAIN.inLanes(true));
        assertThat(load(lanesOnly, false).totals())
                .isEqualTo(load(pressed(Span.YEAR), false).totals());
    }

    @Test
    void the_kiosk_leaves_the_level_out_of_a_week() throws InterruptedException {
        assertThat(load(week, true).chart().lanes())
                .hasExactlyElementsOfTypes(Lane.Power.class, Lane.Energy.class);
    }

    @Test
    void before_the_first_reading_there_is_nothing_and_no_number() throws InterruptedException {
        var state = load(pressed(Span.YEAR).moved(-2, Past.PARIS), false);
        assertThat(state.empty()).isTrue();
        assertThat(state.totals().deliveredWh()).isNull();
        assertThat(state.totals().chargedWh()).isNull();
    }

    @Test
    void coverage_does_not_count_the_time_before_the_first_reading() throws InterruptedException {
        past.first = Instant.parse("2026-01-04T00:00:00Z");
        assertThat(load(week, false).coverage()).isCloseTo(1, within(0.01));
    }

    @Test
    void batteries_without_identity_have_no_past() {
        still.neverSeen("garage");
        assertThat(HistoryQuestion.batteries(still.fleet()))
                .extracting(HistoryQuestion.Battery::id)
                .containsExactly("salon", "atelier");
        assertThat(HistoryQuestion.batteries(still.fleet()).getFirst().weight()).isEqualTo(1);
    }

    @Test
    void a_month_is_exactly_the_sum_of_its_days_as_they_are_labelled() throws InterruptedException {
        var month = pressed(Span.MONTH).moved(-1, Past.PARIS);
        var state = load(month, false);
        var bars = ((Lane.Energy) state.chart().lanes().getLast()).bars();
        assertThat(bars).hasSize(31).allMatch(EnergyBar::oneDay);
        long tenths =
                bars.stream()
                        .map(bar -> FRENCH.number(bar.deliveredWh() / 1000, 1))
                        .mapToLong(label -> Long.parseLong(label.replace(",", "")))
                        .sum();
        var tile = FRENCH.number(wh(state.totals().deliveredWh()) / 1000, 1);
        assertThat(Long.parseLong(tile.replaceAll("[,\u00a0]", ""))).isEqualTo(tenths);
        var year = load(pressed(Span.YEAR).moved(-1, Past.PARIS), false);
        double months = 0;
        for (int i = 1; i <= 12; i++) {
            months += wh(load(month.moved(1 - i, Past.PARIS), false).totals().deliveredWh());
        }
        assertThat(wh(year.totals().deliveredWh())).isEqualTo(months);
    }

    @Test
    void compared_each_lane_has_the_period_before_and_the_sums_are_those_of_the_same_days()
            throws InterruptedException {
        var look = Look.PLAIN.comparing(true);
        var earlier = week.moved(-1, Past.PARIS);
        var state = load(earlier.looking(look), false);
        for (var lane : state.chart().lanes()) {
            switch (lane) {
                case Lane.Power power -> assertThat(power.before().size()).isPositive();
                case Lane.Level level -> assertThat(level.before().size()).isPositive();
                case Lane.Energy energy -> assertThat(energy.before()).hasSize(7);
            }
        }
        var comparison = java.util.Objects.requireNonNull(state.chart().comparison());
        assertThat(comparison.name()).isEqualTo("17 déc. – 23 déc.");
        assertThat(state.before()).isEqualTo(load(week.moved(-2, Past.PARIS), false).totals());
    }

    @Test
    void a_running_period_is_compared_with_the_same_part_of_the_one_before()
            throws InterruptedException {
        var state = load(week.looking(Look.PLAIN.comparing(true)), false);
        var whole = load(week.moved(-1, Past.PARIS), false).totals();
        var before = java.util.Objects.requireNonNull(state.before());
        assertThat(wh(before.deliveredWh())).isPositive().isLessThan(wh(whole.deliveredWh()));
        assertThat(past.asked)
                .anyMatch(
                        asked ->
                                asked.from().equals(Instant.parse("2025-12-30T05:00:00Z"))
                                        && asked.to()
                                                .equals(Instant.parse("2025-12-30T18:42:00Z")));
    }

    @Test
    void a_day_is_compared_with_the_day_before_up_to_the_same_hour() throws InterruptedException {
        var state = load(pressed(Span.DAY).looking(Look.PLAIN.comparing(true)), false);
        assertThat(state.before()).isNotNull();
        var curve = ((Lane.Power) state.chart().lanes().getFirst()).before();
        assertThat(curve.times()[0]).isEqualTo(state.chart().from().toEpochMilli());
        assertThat(curve.size()).isEqualTo(24 * 60);
    }

    @Test
    void minutes_have_an_energy_too_from_the_readings_themselves() throws InterruptedException {
        var minutes =
                week.free(
                        new ChartWindow(
                                Instant.parse("2026-01-05T01:00:00Z"),
                                Instant.parse("2026-01-05T01:30:00Z")),
                        StillEngine.NOW,
                        Past.PARIS);
        var totals = load(minutes, false).totals();
        // Three batteries charge with 2,700 W together; 29 of 30 minutes lie between readings.
        assertThat(wh(totals.chargedWh())).isCloseTo(2_700 * 29 / 60.0, within(1e-6));
        assertThat(wh(totals.deliveredWh())).isZero();
    }

    @Test
    void all_of_it_has_nothing_to_be_compared_with() throws InterruptedException {
        var state = load(pressed(Span.ALL).looking(Look.PLAIN.comparing(true)), false);
        assertThat(state.before()).isNull();
        assertThat(state.chart().comparison()).isNull();
    }

    @Test
    void a_battery_left_out_is_not_read() throws InterruptedException {
        var garage = HistoryQuestion.batteries(still.fleet()).get(1).mac();
        var shown = week.looking(Look.PLAIN.with(garage, false));
        var some = HistoryQuestion.batteries(still.fleet(), shown.look());
        assertThat(some)
                .extracting(HistoryQuestion.Battery::id)
                .containsExactly("salon", "atelier");
        assertThat(shown.look().with(garage, true)).isEqualTo(Look.PLAIN);
    }

    @Test
    void widening_leads_from_a_zoomed_window_to_its_whole_range_and_on() {
        var zoomed =
                week.moved(-4, Past.PARIS)
                        .free(
                                new ChartWindow(
                                        Instant.parse("2025-12-03T11:00:00Z"),
                                        Instant.parse("2025-12-03T17:30:00Z")),
                                StillEngine.NOW,
                                Past.PARIS);
        var whole = zoomed.wider(StillEngine.NOW, past.first, Past.PARIS);
        assertThat(whole.exact()).isTrue();
        assertThat(whole.title(FRENCH)).isEqualTo("30 nov. – 6 déc.");
        var month = whole.wider(StillEngine.NOW, past.first, Past.PARIS);
        assertThat(month.title(FRENCH)).isEqualTo("décembre 2025");
        var all = pressed(Span.ALL);
        assertThat(all.wider(StillEngine.NOW, past.first, Past.PARIS)).isEqualTo(all);
    }

    private static double wh(@org.jspecify.annotations.Nullable Double value) {
        return java.util.Objects.requireNonNull(value);
    }
}
