package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.planning.Reason;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.automation.StripState.Point;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.testing.StillEngine;

class StripTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Reason WHY = Reason.of("hold.always");

    private final StillEngine engine = StillEngine.of(3);
    private final ActionWords words =
            new ActionWords(
                    Texts.of(ActionWords.BUNDLE, Locale.FRENCH), new Formats(Locale.FRENCH, PARIS));

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T18:42:00Z, 2026-01-06T17:00:00Z, 2026-01-08T06:42:00Z",
        "2026-01-06T19:00:00Z, 2026-01-06T18:00:00Z, 2026-01-08T07:00:00Z",
        "2026-03-28T22:30:00Z, 2026-03-28T21:00:00Z, 2026-03-30T10:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-24T23:00:00Z, 2026-10-26T12:30:00Z"
    })
    void the_span_begins_at_a_whole_local_hour_and_holds_36_hours_from_now(
            Instant now, Instant from, Instant until) {
        assertThat(Span.around(now, PARIS)).isEqualTo(new Span(from, until));
    }

    @Test
    void on_the_night_of_25_hours_marks_keep_their_local_hours_and_one_gap_is_longer() {
        var span = Span.around(Instant.parse("2026-10-24T18:42:00Z"), PARIS);
        var marks = AxisMarks.of(span, PARIS, 1000, 48);
        assertThat(marks).extracting(AxisMarks.Mark::hour).startsWith(21, 0, 3, 6, 9);
        assertThat(Duration.between(marks.get(1).at(), marks.get(2).at())).hasHours(4);
        assertThat(Duration.between(marks.get(2).at(), marks.get(3).at())).hasHours(3);
    }

    @Test
    void on_the_night_of_23_hours_a_skipped_hour_has_no_mark() {
        var span = Span.around(Instant.parse("2026-03-28T18:42:00Z"), PARIS);
        var each = AxisMarks.of(span, PARIS, 5000, 48);
        assertThat(each.stream().filter(mark -> mark.hour() == 2)).hasSize(1);
        assertThat(each).extracting(AxisMarks.Mark::at).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void marks_that_would_touch_are_left_out_and_without_room_there_are_none() {
        var span = Span.around(Plans.NOW, PARIS);
        assertThat(AxisMarks.of(span, PARIS, 650, 60))
                .extracting(AxisMarks.Mark::hour)
                .containsExactly(18, 0, 6, 12, 18, 0, 6);
        assertThat(AxisMarks.of(span, PARIS, 60, 60)).isEmpty();
    }

    @Test
    void colours_and_prices_are_cut_at_the_span_and_at_now_and_the_unknown_is_a_question() {
        var strip = strip(3);
        assertThat(strip.days())
                .extracting(StripState.Day::word)
                .containsExactly("Rouge", "Rouge", "?");
        assertThat(strip.days().getLast().colour()).isNull();
        assertThat(strip.prices())
                .extracting(StripState.Price::brief)
                .containsExactly("HP", "HP", "HC", "HP", "HC", "HP");
        assertThat(strip.prices().get(2).word()).isEqualTo("HC · 0,1460\u00a0€");
        assertThat(strip.prices().getFirst().until()).isEqualTo(Plans.NOW);
        assertThat(strip.prices().getLast().word()).isEqualTo("HP");
    }

    @Test
    void a_colour_that_may_change_is_marked_as_such() {
        engine.tomorrowProvisional(TempoColour.WHITE);
        var day = strip(3).days().get(1);
        assertThat(day.provisional()).isTrue();
        assertThat(day.word()).isEqualTo("Blanc\u00a0?");
    }

    @Test
    void there_is_a_lane_a_battery_in_order_and_what_is_over_is_not_drawn() {
        var strip = strip(3);
        assertThat(strip.lanes())
                .extracting(StripState.Lane::name)
                .containsExactly("Salon", "Garage", "Atelier");
        var blocks = strip.lanes().getFirst().blocks();
        assertThat(blocks)
                .extracting(StripState.Block::word)
                .containsExactly(
                        "Auto",
                        "Charge 1\u00a0kW",
                        "Maintien 0\u00a0W",
                        "Auto",
                        "Maintien 0\u00a0W",
                        "Auto");
        assertThat(blocks.getFirst().from()).isEqualTo(Plans.NOW);
        assertThat(blocks.getLast().until()).isEqualTo(strip.span().until());
        assertThat(strip.targetPct()).isEqualTo(95);
        assertThat(strip.block(0, Plans.NOW)).contains(blocks.getFirst());
        assertThat(strip.block(0, Plans.NOW.minusSeconds(1))).isEmpty();
        assertThat(strip.block(3, Plans.NOW)).isEmpty();
    }

    @Test
    void levels_begin_now_in_the_middle_of_an_action_and_break_where_one_is_unknown() {
        var span = Span.around(Plans.NOW, PARIS);
        var begun = Plans.NOW.minusSeconds(3600);
        var end = Plans.NOW.plusSeconds(3600);
        var later = end.plusSeconds(3600);
        var actions =
                List.of(
                        Plans.auto("salon", begun, end, 60.0, 40.0, WHY),
                        Plans.auto("salon", end, later, null, 30.0, WHY),
                        Plans.auto("salon", later, later.plusSeconds(60), 30.0, 20.0, WHY));
        assertThat(StripMaker.levels(actions, span, Plans.NOW))
                .containsExactly(
                        List.of(new Point(Plans.NOW, 50), new Point(end, 40)),
                        List.of(new Point(later, 30), new Point(later.plusSeconds(60), 20)));
    }

    @Test
    void lanes_shrink_before_they_are_shown_some_at_a_time() {
        var three = new StripGeometry(1090, 262, 86, 3, false);
        assertThat(three.shown()).isEqualTo(3);
        assertThat(three.laneStep()).isEqualTo(26);
        var ten = new StripGeometry(1090, StripGeometry.least(10, false), 86, 10, false);
        assertThat(ten.shown()).isEqualTo(10);
        assertThat(ten.laneStep()).isEqualTo(20);
        var eight = new StripGeometry(750, 216, 120, 8, true);
        assertThat(eight.shown()).isBetween(2, 5);
        assertThat(eight.levelsTop()).isLessThan(eight.bottom() - 30);
        assertThat(new StripGeometry(750, 60, 120, 8, true).shown()).isEqualTo(1);
        assertThat(new StripGeometry(750, 100, 120, 0, true).shown()).isZero();
    }

    @Test
    void a_point_finds_its_lane_and_moment_and_nothing_beside_them() {
        var grid = new StripGeometry(1090, 262, 86, 3, false);
        var span = Span.around(Plans.NOW, PARIS);
        assertThat(grid.laneAt(grid.laneTop(1) + 2)).isEqualTo(1);
        assertThat(grid.laneAt(grid.lanesTop() - 1)).isEqualTo(-1);
        assertThat(grid.laneAt(grid.levelsTop())).isEqualTo(-1);
        var moment = Plans.at("2026-01-07T05:00:00Z");
        assertThat(grid.at(span, grid.x(span, moment))).isEqualTo(moment);
        assertThat(grid.x(span, span.from().minusSeconds(99))).isEqualTo(86);
        assertThat(grid.y(0)).isEqualTo(grid.bottom());
        assertThat(grid.y(130)).isEqualTo(grid.levelsTop());
    }

    private StripState strip(int batteries) {
        return new StripMaker(words).strip(engine, Plans.of(batteries), Map.of(), null);
    }
}
