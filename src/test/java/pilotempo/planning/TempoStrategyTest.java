package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.planning.PlanningRules.Hold.ALWAYS;
import static pilotempo.planning.PlanningRules.Hold.AUTO;
import static pilotempo.planning.PlanningRules.Hold.NEVER;
import static pilotempo.tempo.TempoColour.BLUE;
import static pilotempo.tempo.TempoColour.RED;
import static pilotempo.tempo.TempoColour.WHITE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.battery.OperatingMode;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/** What is done when; Monday 13 to Friday 17 January 2025 are red. */
class TempoStrategyTest {
    @Test
    void strategies_are_found_by_their_word() {
        assertThat(Strategies.words()).containsExactly("tempo", "peak-shift");
        assertThat(Strategies.of("tempo").map(Strategy::name)).contains("tempo");
        assertThat(Strategies.of("none")).isEmpty();
    }

    @Test
    void the_evening_of_a_red_day_before_a_red_day() {
        var plan =
                new Scene()
                        .with("salon", 52)
                        .rules(95, 1000, AUTO, RED)
                        .colours(knownUntil("2025-01-15"))
                        .plan("2025-01-14T19:42");

        assertThat(lines(plan))
                .containsExactly(
                        "2025-01-14T19:42 2025-01-14T22:05 AUTO null day.price",
                        "2025-01-14T22:05 2025-01-15T04:30 PASSIVE -700 charge.price",
                        "2025-01-15T04:30 2025-01-15T06:00 PASSIVE 0 hold.done",
                        "2025-01-15T06:00 2025-01-15T22:05 AUTO null day.price",
                        "2025-01-15T22:05 2025-01-16T06:00 PASSIVE 0 unknown.early",
                        "2025-01-16T06:00 2025-01-16T07:42 AUTO null day.unknown");
        assertThat(plan.until()).isEqualTo(Scene.paris("2025-01-16T07:42"));
    }

    @ParameterizedTest
    @CsvSource({
        // the next day's colour, hold, sun: what the night is
        "WHITE, AUTO,  , PASSIVE, hold.price",
        "WHITE, AUTO, true, PASSIVE, hold.price",
        "BLUE, AUTO, , AUTO, stay.unknown",
        "BLUE, AUTO, false, PASSIVE, hold.nosun",
        "BLUE, AUTO, true, AUTO, stay.sun",
        "BLUE, ALWAYS, true, PASSIVE, hold.always",
        "WHITE, NEVER, , AUTO, stay.never",
        "BLUE, NEVER, , AUTO, stay.never",
        ", AUTO, true, PASSIVE, unknown.late",
        ", ALWAYS, true, PASSIVE, unknown.late",
        ", NEVER, , AUTO, unknown.late",
    })
    void a_night_without_a_charge(
            @Nullable TempoColour next,
            PlanningRules.Hold hold,
            @Nullable Boolean sun,
            OperatingMode mode,
            String reason) {
        var plan =
                new Scene()
                        .with("salon", 52)
                        .rules(100, 1000, hold, RED)
                        .sunFilled(sun)
                        .colours(tomorrow("2025-02-12", next, DayColour.Status.CONFIRMED))
                        .plan("2025-02-11T22:05");

        var night = plan.actions().getFirst();
        assertThat(night.mode()).isEqualTo(mode);
        assertThat(night.reason().key()).isEqualTo(reason);
        assertThat(night.until()).isEqualTo(Scene.paris("2025-02-12T06:00"));
        assertThat(plan.actions().get(1).mode()).isEqualTo(OperatingMode.AUTO);
        assertThat(plan.readiness()).isEmpty();
    }

    @Test
    void never_holding_still_holds_after_a_charge() {
        var plan =
                new Scene().with("salon", 52).rules(100, 1000, NEVER, RED).plan("2025-01-13T22:05");

        assertThat(plan.actions().subList(0, 2))
                .extracting(action -> action.reason().key())
                .containsExactly("charge.price", "hold.done");
        assertThat(plan.actions().get(1).until()).isEqualTo(Scene.paris("2025-01-14T06:00"));
    }

    @Test
    void white_days_are_charged_for_where_the_user_says_so() {
        var book = tomorrow("2025-02-12", WHITE, DayColour.Status.CONFIRMED);
        var plan =
                new Scene()
                        .with("salon", 52)
                        .rules(100, 1000, AUTO, RED, WHITE)
                        .colours(book)
                        .plan("2025-02-11T22:05");

        assertThat(plan.actions().getFirst().charges()).isTrue();
        assertThat(plan.readiness().orElseThrow().colour()).isEqualTo(WHITE);
    }

    @Test
    void a_red_day_that_is_not_certain_is_charged_for_and_a_blue_one_held() {
        var red =
                new Scene()
                        .with("salon", 52)
                        .colours(tomorrow("2025-02-12", RED, DayColour.Status.PROVISIONAL))
                        .plan("2025-02-11T22:05");
        var blue =
                new Scene()
                        .with("salon", 52)
                        .sunFilled(true)
                        .colours(tomorrow("2025-02-12", BLUE, DayColour.Status.PROVISIONAL))
                        .plan("2025-02-11T22:05");

        assertThat(red.actions().getFirst().charges()).isTrue();
        assertThat(red.actions().getFirst().reason().key()).isEqualTo("charge.provisional");
        assertThat(blue.actions().getFirst().holds()).isTrue();
        assertThat(blue.actions().getFirst().reason().key()).isEqualTo("hold.provisional");
    }

    @Test
    void a_colour_that_comes_in_the_night_charges_from_then_on() {
        var held = Scene.running(Scene.battery("salon", 40.0), 0, Scene.paris("2025-02-11T22:05"));
        var plan =
                new Scene()
                        .with(held)
                        .colours(tomorrow("2025-02-12", RED, DayColour.Status.CONFIRMED))
                        .plan("2025-02-12T01:20");

        assertThat(plan.actions().getFirst().charges()).isTrue();
        assertThat(plan.actions().getFirst().powerW()).isEqualTo(-1000);
    }

    /** 3.4 kWh are missing at 02:30, at 0.95 of what is drawn. */
    @Test
    void too_late_for_the_usual_power_more_is_charged_unless_the_user_has_set_it() {
        var scene = new Scene().with("salon", 36);
        var inTime = scene.usualRules().plan("2025-01-12T22:05").actions();
        assertThat(inTime).allSatisfy(action -> assertThat(power(action)).isGreaterThan(-1000));

        var late = scene.plan("2025-01-13T02:30").actions().getFirst();
        assertThat(power(late)).isBetween(-2000, -1500);
        assertThat(late.targetSocPct()).isEqualTo(100);

        var set = scene.rules(100, 1000, AUTO, RED).plan("2025-01-13T02:30").actions();
        assertThat(power(set.getFirst())).isEqualTo(-1000);
    }

    @Test
    void of_what_nobody_can_tell_how_much_is_missing_the_usual_power_is_charged() {
        var unknown = Scene.battery("salon", null);
        var plan = new Scene().with(unknown).usualRules().plan("2025-01-13T02:30");

        assertThat(power(plan.actions().getFirst())).isEqualTo(-1000);
    }

    @Test
    void a_battery_of_unknown_level_does_not_hurry_the_others() {
        var known = Scene.battery("salon", 40.0);
        var alone = new Scene().with(known).usualRules().plan("2025-01-12T22:05");
        var beside =
                new Scene()
                        .with(known, Scene.battery("garage", null))
                        .usualRules()
                        .plan("2025-01-12T22:05");

        assertThat(power(beside.at("salon", beside.at()).orElseThrow()))
                .isBetween(2 * power(alone.actions().getFirst()), -1);
    }

    private static int power(PlannedAction action) {
        return Objects.requireNonNullElse(action.powerW(), 0);
    }

    @Test
    void a_red_day_that_turns_blue_in_the_night_is_no_longer_charged_for() {
        var charging =
                Scene.running(Scene.battery("salon", 60.0), -700, Scene.paris("2025-02-11T22:05"));
        var scene =
                new Scene()
                        .with(charging)
                        .colours(tomorrow("2025-02-12", BLUE, DayColour.Status.CONFIRMED));

        var cloudy = scene.sunFilled(false).plan("2025-02-12T01:20").actions().getFirst();
        assertThat(cloudy.holds()).isTrue();
        var sunny = scene.sunFilled(true).plan("2025-02-12T01:20").actions().getFirst();
        assertThat(sunny.mode()).isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void a_level_or_capacity_not_known_plans_the_whole_window() {
        var known = Scene.battery("garage", 40.0);
        var noCapacity =
                new BatteryNow(
                        "atelier", true, true, 40.0, null, false, 800, OperatingMode.AI, null);
        var plan =
                new Scene()
                        .with(Scene.battery("salon", null), known, noCapacity)
                        .colours(knownUntil("2025-01-14"))
                        .plan("2025-01-13T17:00");

        for (var id : List.of("salon", "atelier")) {
            var charge = charges(plan, id);
            assertThat(charge).hasSize(1);
            assertThat(charge.getFirst().from()).isEqualTo(Scene.paris("2025-01-13T22:05"));
            assertThat(charge.getFirst().until()).isEqualTo(Scene.paris("2025-01-14T05:50"));
            assertThat(charge.getFirst().reason().key()).isEqualTo("charge.blind");
        }
        assertThat(charges(plan, "salon").getFirst().powerW()).isEqualTo(-1000);
        assertThat(charges(plan, "atelier").getFirst().powerW()).isEqualTo(-800);
        assertThat(plan.at("atelier", Scene.paris("2025-01-14T12:00")).orElseThrow().mode())
                .isEqualTo(OperatingMode.AI);
        assertThat(plan.readiness().orElseThrow().missingWh()).isNull();
        assertThat(plan.readiness().orElseThrow().needs()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // level, running W, full, local time: charges?
        "97, 0, false, 01:00, false",
        "96, 0, false, 01:00, true",
        "99, 0, false, 04:45, true",
        "100, 0, false, 04:45, false",
        "94, 0, true, 04:45, false",
        "100, -500, false, 01:00, true",
        "100, -500, true, 01:00, false",
        "99, , false, 22:05, true",
        "96, 0, false, 05:50, false",
    })
    void a_battery_that_was_full_is_not_charged_again_for_a_point_or_two(
            double soc, @Nullable Integer running, boolean full, LocalTime time, boolean charges) {
        var night = LocalDate.of(2025, 1, 13);
        var at = Scene.CLOCK.at(time.isAfter(LocalTime.NOON) ? night : night.plusDays(1), time);
        var since = Scene.paris("2025-01-13T22:05");
        var battery =
                new BatteryNow(
                        "salon",
                        true,
                        true,
                        soc,
                        5120.0,
                        full,
                        2500,
                        OperatingMode.AUTO,
                        running == null ? null : new BatteryNow.Running(running, since));

        var plan = Strategies.of("tempo").orElseThrow().plan(new Scene().with(battery).at(at));

        assertThat(plan.actions().getFirst().charges()).isEqualTo(charges);
    }

    @Test
    void a_running_charge_is_kept_raised_when_late_and_lowered_when_the_house_needs_the_power() {
        var since = Scene.paris("2025-01-13T22:05");
        var salon = Scene.battery("salon", 60.0);

        assertThat(powerAt("2025-01-14T00:30", Scene.running(salon, -800, since), 500))
                .isEqualTo(-800);
        assertThat(powerAt("2025-01-14T02:30", Scene.running(salon, -600, since), 500))
                .isEqualTo(-1000);
        var fresh = Scene.running(salon, -600, Scene.paris("2025-01-14T02:25"));
        assertThat(powerAt("2025-01-14T02:30", fresh, 500)).isEqualTo(-600);
        assertThat(powerAt("2025-01-14T02:30", fresh, 6850)).isEqualTo(-300);
        assertThat(powerAt("2025-01-14T02:30", fresh, 7050)).isZero();
    }

    private static int powerAt(String local, BatteryNow battery, double loadW) {
        var power =
                new Scene().with(battery).house(loadW, 9).plan(local).actions().getFirst().powerW();
        return power == null ? 1 : power;
    }

    @Test
    void without_a_meter_three_batteries_share_half_of_6_kva() {
        var plan =
                new Scene()
                        .with(Scene.battery("a", null), Scene.battery("b", null))
                        .with(Scene.battery("c", null))
                        .house(null, 6)
                        .plan("2025-01-13T22:05");

        assertThat(plan.actions().subList(0, 3))
                .extracting(PlannedAction::powerW)
                .containsExactly(-800, -800, -800);
    }

    @Test
    void where_there_is_little_room_batteries_take_turns() {
        var plan =
                new Scene()
                        .with("a", 90)
                        .with("b", 80)
                        .with("c", 85)
                        .house(4300.0, 6)
                        .plan("2025-01-13T22:05");

        assertThat(plan.actions().subList(0, 3))
                .extracting(PlannedAction::powerW)
                .containsExactly(0, -200, -200);
        assertThat(plan.actions().getFirst().reason()).isEqualTo(Reason.of("hold.room", 500));
        for (var id : List.of("a", "b", "c")) {
            assertThat(charges(plan, id)).isNotEmpty();
        }
    }

    @Test
    void a_battery_that_is_away_stays_in_the_plan_and_one_that_cant_be_steered_does_not() {
        var away = with(Scene.battery("away", 30.0), false, true, OperatingMode.AUTO);
        var taken = with(Scene.battery("taken", 30.0), true, false, OperatingMode.AUTO);
        var plan = new Scene().with("salon", 30).with(away, taken).plan("2025-01-13T17:00");

        assertThat(charges(plan, "away")).isNotEmpty();
        assertThat(plan.actions()).noneMatch(action -> action.battery().equals("taken"));
        var readiness = plan.readiness().orElseThrow();
        assertThat(readiness.batteries()).isEqualTo(3);
        assertThat(readiness.reachable()).isEqualTo(2);
        assertThat(readiness.unable()).isEqualTo(1);
        // What a person has taken over breaks nothing: the plan does what it can with the rest.
        assertThat(readiness.fits()).isTrue();
    }

    @Test
    void what_a_lost_battery_draws_is_not_given_to_others() {
        var since = Scene.paris("2025-01-13T22:05");
        var lost =
                Scene.running(
                        with(Scene.battery("lost", 30.0), false, true, OperatingMode.AUTO),
                        -1000,
                        since);
        var plan =
                new Scene()
                        .with(lost, Scene.battery("salon", null))
                        .house(null, 4)
                        .plan("2025-01-13T23:00");

        assertThat(plan.actions().subList(0, 2))
                .extracting(PlannedAction::powerW)
                .containsExactly(-1000, -600);
    }

    @Test
    void readiness_on_the_eve() {
        var readiness =
                new Scene()
                        .with("salon", 60)
                        .with("garage", 50)
                        .plan("2025-01-13T17:00")
                        .readiness()
                        .orElseThrow();

        assertThat(readiness.day()).isEqualTo("2025-01-14");
        assertThat(readiness.colour()).isEqualTo(RED);
        assertThat(readiness.begins()).isEqualTo(Scene.paris("2025-01-13T22:05"));
        assertThat(readiness.roomW()).isEqualTo(6700);
        assertThat(readiness.powerW()).isBetween(1000, 2000);
        assertThat(readiness.missingWh()).isBetween(6000.0, 9500.0);
        assertThat(readiness.needs())
                .isBetween(Duration.ofHours(4), Duration.ofHours(7).plusMinutes(45));
        assertThat(readiness.fits()).isTrue();

        var small = new Scene().with("salon", 20).with("garage", 20).house(4500.0, 6);
        assertThat(small.plan("2025-01-13T22:05").readiness().orElseThrow().fits()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-27", "2025-03-30", "2024-09-01", "2025-02-01"})
    void nights_in_which_clocks_seasons_or_prices_change(String morning) {
        var day = LocalDate.parse(morning);
        var eve = day.minusDays(1);
        var colours = RealSeason.of("2024-2025").with(LocalDate.of(2024, 8, 31), BLUE);
        var plan =
                new Scene()
                        .with("salon", 20)
                        .colours(colours)
                        .rules(100, 1000, ALWAYS, RED, WHITE, BLUE)
                        .plan(eve + "T12:00");

        var charge = charges(plan, "salon").getFirst();
        assertThat(charge.from()).isEqualTo(Scene.paris(eve + "T22:05"));
        assertThat(charge.until()).isBeforeOrEqualTo(Scene.paris(day + "T05:50"));
        assertThat(charge.socUntilPct()).isEqualTo(100);
        var last = plan.at("salon", Scene.paris(day + "T05:59")).orElseThrow();
        assertThat(last.holds()).isTrue();
        assertThat(last.until()).isEqualTo(Scene.paris(day + "T06:00"));
        assertThat(plan.at("salon", Scene.paris(day + "T06:00")).orElseThrow().mode())
                .isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void the_day_mode_has_its_own_name() {
        for (var mode : List.of(OperatingMode.AUTO, OperatingMode.AI, OperatingMode.MANUAL)) {
            var plan =
                    new Scene()
                            .with(with(Scene.battery("salon", 50.0), true, true, mode))
                            .plan("2025-01-13T23:00");
            var morning = plan.at("salon", Scene.paris("2025-01-14T06:00")).orElseThrow();
            assertThat(morning.mode()).isEqualTo(mode);
            assertThat(morning.from()).isEqualTo(Scene.paris("2025-01-14T06:00"));
            assertThat(morning.powerW()).isNull();
        }
    }

    @Test
    void no_batteries_no_actions() {
        var plan = new Scene().plan("2025-01-13T23:00");

        assertThat(plan.actions()).isEmpty();
        assertThat(plan.readiness().orElseThrow().begins()).isNull();
    }

    private static BatteryNow with(
            BatteryNow of, boolean reachable, boolean obeys, OperatingMode dayMode) {
        return new BatteryNow(
                of.id(),
                reachable,
                obeys,
                of.socPct(),
                of.capacityWh(),
                false,
                of.chargeLimitW(),
                dayMode,
                null);
    }

    private static List<PlannedAction> charges(Plan plan, String battery) {
        return plan.actions().stream()
                .filter(action -> action.battery().equals(battery))
                .filter(PlannedAction::charges)
                .toList();
    }

    private static ColourBook knownUntil(String day) {
        return RealSeason.of("2024-2025").knownUntil(LocalDate.parse(day));
    }

    /** Blue before, one colour on a day, and nothing known after it. */
    private static ColourBook tomorrow(
            String day, @Nullable TempoColour colour, DayColour.Status status) {
        var date = LocalDate.parse(day);
        return new ColourBook() {
            @Override
            public DayColour day(LocalDate asked) {
                if (asked.isAfter(date) || (asked.equals(date) && colour == null)) {
                    return DayColour.unknown(asked);
                }
                return asked.equals(date)
                        ? new DayColour(asked, colour, status, "rte", Instant.EPOCH)
                        : new DayColour(
                                asked, BLUE, DayColour.Status.CONFIRMED, "rte", Instant.EPOCH);
            }

            @Override
            public List<DayColour> season(TempoSeason season) {
                return List.of();
            }
        };
    }

    private static List<String> lines(Plan plan) {
        return plan.actions().stream()
                .map(
                        action ->
                                "%s %s %s %s %s"
                                        .formatted(
                                                Scene.CLOCK.local(action.from()).toLocalDateTime(),
                                                Scene.CLOCK.local(action.until()).toLocalDateTime(),
                                                action.mode(),
                                                action.powerW(),
                                                action.reason().key()))
                .toList();
    }

    @Test
    void a_kettle_on_the_eve_does_not_change_what_is_foreseen() {
        var scene =
                new Scene()
                        .with("salon", 20)
                        .with("garage", 20)
                        .with("atelier", 20)
                        .rules(100, 2500, AUTO, RED)
                        .lastDays(hour -> hour < 6 ? 300 : 600);
        var still = scene.house(500.0, 6).plan("2025-01-13T22:04");
        var kettle = scene.house(4400.0, 6).plan("2025-01-13T22:04");

        assertThat(kettle.readiness()).isEqualTo(still.readiness());
        assertThat(kettle.readiness().orElseThrow().fits()).isTrue();
        assertThat(kettle.readiness().orElseThrow().roomW()).isEqualTo(4200);
    }

    @Test
    void what_is_to_be_done_now_counts_the_kettle() {
        var plan =
                new Scene()
                        .with("salon", 20)
                        .rules(100, 2500, AUTO, RED)
                        .lastDays(_ -> 300)
                        .house(4400.0, 6)
                        .plan("2025-01-13T22:05");

        assertThat(plan.actions().getFirst().powerW()).isGreaterThanOrEqualTo(-400);
        assertThat(plan.readiness().orElseThrow().fits()).isTrue();
    }

    @Test
    void where_the_heating_takes_the_room_from_two_on_it_is_charged_before() {
        var scene =
                new Scene()
                        .with("salon", 12)
                        .with("garage", 12)
                        .rules(100, 2500, AUTO, RED)
                        .lastDays(hour -> hour >= 2 && hour < 7 ? 4700 : 500)
                        .house(500.0, 6);
        var plan = scene.plan("2025-01-13T22:05");

        // 9.8 kWh until 2 o'clock, under 4.3 kW
        assertThat(plan.readiness().orElseThrow().fits()).isTrue();
        assertThat(plan.actions().getFirst().powerW()).isLessThan(-1200);
    }

    @Test
    void where_the_last_days_leave_no_room_the_eve_says_that_it_does_not_fit() {
        var plan =
                new Scene()
                        .with("salon", 12)
                        .with("garage", 12)
                        .rules(100, 2500, AUTO, RED)
                        .lastDays(_ -> 4000)
                        .house(500.0, 6)
                        .plan("2025-01-13T18:00");

        assertThat(plan.readiness().orElseThrow().fits()).isFalse();
        assertThat(plan.readiness().orElseThrow().roomW()).isEqualTo(800);
    }
}
