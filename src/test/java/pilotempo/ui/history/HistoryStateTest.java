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
        assertThat(year).hasSize(3).hasOnlyElementsOfType(Lane.Energy.class);
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
}
