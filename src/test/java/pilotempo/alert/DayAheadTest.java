package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.Quantity;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Readiness;
import pilotempo.tempo.TempoColour;

/** What is said on the eve of Friday 10 January 2025, which is red once its colour has come. */
class DayAheadTest extends RuleScene {
    private static final LocalDate RED = LocalDate.of(2025, 1, 10);
    private static final Instant NIGHT = local("2025-01-09T22:05");
    private static final Instant NIGHT_ENDS = local("2025-01-10T05:50");

    @BeforeEach
    void nothingIsKnown() {
        startAt("2025-01-09T10:00");
        world.unknownColour("2025-01-10");
        world.planned(null);
    }

    // ---- a colour that comes when it comes

    @ParameterizedTest
    @CsvSource({
        "2025-01-09T11:00, 2025-01-09T17:00",
        "2025-01-09T16:00, 2025-01-09T17:00",
        "2025-01-09T18:00, 2025-01-09T18:01",
        "2025-01-09T22:30, 2025-01-09T22:31",
        "2025-01-10T02:00, 2025-01-10T02:01"
    })
    void whenever_a_colour_comes_one_message_holds_what_is_ready(String comes, String told) {
        lookUntil(comes);
        world.colour("2025-01-10", TempoColour.RED);
        // The colour is seen before a plan has been made of it.
        assertThat(lookFor(Duration.ZERO)).isEmpty();
        world.planned(ready(3, true), charges());
        assertThat(lookUntil(told)).containsExactly("raised day-ahead d:2025-01-10");
        assertThat(words(Locale.UK)).contains("is a red day\n3 of 3 reachable, room for 12.6");
        assertThat(lookUntil("2025-01-10T05:59")).noneMatch(line -> line.contains("day-ahead"));
    }

    @Test
    void where_no_plan_comes_the_colour_alone_is_told_after_two_minutes() {
        lookUntil("2025-01-09T18:00");
        world.colour("2025-01-10", TempoColour.RED);
        assertThat(lookUntil("2025-01-09T18:02")).isEmpty();
        assertThat(lookUntil("2025-01-09T18:03")).containsExactly("raised day-ahead d:2025-01-10");
        assertThat(words(Locale.UK)).isEqualTo("Friday 10 January is a red day");
    }

    @Test
    void a_plan_that_does_not_charge_for_the_day_holds_nothing_up() {
        lookUntil("2025-01-09T18:00");
        world.colour("2025-01-10", TempoColour.RED);
        lookFor(Duration.ofSeconds(20));
        world.planned(null);
        assertThat(lookFor(Duration.ZERO)).containsExactly("raised day-ahead d:2025-01-10");
    }

    @Test
    void a_plan_that_is_made_anew_without_a_charge_left_changes_no_word() {
        eve(ready(3, true));
        world.planned(null);
        assertThat(lookUntil("2025-01-09T19:00")).isEmpty();
        assertThat(words()).contains("3 of 3 reachable");
    }

    // ---- a colour that changes

    @Test
    void a_red_day_that_becomes_blue_is_corrected() {
        eve(ready(3, true));
        world.colour("2025-01-10", TempoColour.BLUE);
        world.planned(null);
        assertThat(lookUntil("2025-01-09T19:00"))
                .containsExactly("corrected day-ahead d:2025-01-10");
        assertThat(words(Locale.UK))
                .isEqualTo("Friday 10 January is a blue day, not red as told before");
        assertThat(words(Locale.FRANCE))
                .isEqualTo("Jour bleu\u00a0: vendredi 10 janvier (et non rouge comme annoncé)");
        assertThat(lookUntil("2025-01-10T11:59")).isEmpty();
        assertThat(lookUntil("2025-01-10T12:01")).contains("gone day-ahead d:2025-01-10");
    }

    @Test
    void a_white_day_that_becomes_red_is_corrected_with_what_is_ready() {
        lookUntil("2025-01-09T16:00");
        world.colour("2025-01-10", TempoColour.WHITE);
        assertThat(lookUntil("2025-01-09T17:00")).containsExactly("raised day-ahead d:2025-01-10");
        world.colour("2025-01-10", TempoColour.RED);
        assertThat(lookFor(Duration.ZERO)).isEmpty();
        world.planned(ready(3, true), charges());
        assertThat(lookFor(Duration.ofMinutes(5)))
                .containsExactly("corrected day-ahead d:2025-01-10");
        assertThat(words(Locale.UK))
                .startsWith("Friday 10 January is a red day, not white as told before\n3 of 3");
    }

    @Test
    void a_colour_that_is_lost_and_comes_back_is_not_told_twice() {
        eve(ready(3, true));
        world.unknownColour("2025-01-10");
        lookFor(Duration.ofMinutes(5));
        world.colour("2025-01-10", TempoColour.RED);
        assertThat(lookUntil("2025-01-09T21:00")).isEmpty();
    }

    @Test
    void a_clock_that_is_doubted_for_a_while_makes_no_second_message() {
        eve(ready(3, true));
        world.clockDoubted(true);
        lookFor(Duration.ofMinutes(5));
        world.clockDoubted(false);
        assertThat(lookUntil("2025-01-09T21:00")).isEmpty();
    }

    // ---- what is not ready

    @Test
    void a_battery_that_a_person_took_over_is_told_as_such_and_nothing_is_called_broken() {
        lookUntil("2025-01-09T22:29");
        world.colour("2025-01-10", TempoColour.RED);
        world.value("garage", Quantity.SOC_PCT, 40);
        world.planned(ready(3, true), charges());
        world.standing("garage", Standing.TAKEN_OVER);
        assertThat(lookUntil("2025-01-09T22:31")).containsExactly("raised day-ahead d:2025-01-10");
        assertThat(words(Locale.UK))
                .startsWith("Friday 10 January is a red day\n3 of 3 reachable")
                .endsWith(
                        "Set by hand: Garage\u00a040%. The plan leaves it alone until 06:00 and"
                                + " does not charge it for this day.\n"
                                + "What to do: nothing if you want it so. Else tell it on its page to"
                                + " charge until 06:00 (Passive). From 06:00 on the plan steers it"
                                + " again.");
        assertThat(words(Locale.FRANCE))
                .contains("Réglée à la main\u00a0: Garage\u00a040\u00a0%. Le plan la laisse");
    }

    @Test
    void a_battery_taken_over_after_the_message_escalates_nothing() {
        eve(ready(3, true));
        lookUntil("2025-01-09T22:10");
        world.standing("garage", Standing.TAKEN_OVER);
        assertThat(lookUntil("2025-01-09T22:59")).isEmpty();
    }

    @Test
    void by_day_a_persons_order_says_nothing_of_the_night_for_the_plan_takes_over_then() {
        lookUntil("2025-01-09T16:00");
        world.colour("2025-01-10", TempoColour.RED);
        world.planned(ready(3, true), charges());
        world.standing("garage", Standing.TAKEN_OVER);
        lookUntil("2025-01-09T17:00");
        assertThat(words(Locale.UK)).doesNotContain("by hand");
    }

    @Test
    void a_battery_that_does_not_answer_is_named() {
        world.missed("garage", 9);
        eve(ready(2, false));
        assertThat(words())
                .startsWith(
                        "Friday 10 January is a red day, and not all is ready\n2 of 3 reachable:"
                                + " Garage does not answer");
        assertThat(words(Locale.FRANCE)).contains("Garage ne répond pas");
    }

    @Test
    void a_battery_that_the_plan_can_not_steer_is_named_with_what_to_do() {
        world.colour("2025-01-10", TempoColour.RED);
        lookUntil("2025-01-09T16:59");
        world.planned(ready(3, true), charges());
        world.standing("atelier", Standing.REVERSED);
        assertThat(lookUntil("2025-01-09T17:00")).containsExactly("urgent day-ahead d:2025-01-10");
        assertThat(words(Locale.UK))
                .contains("the plan can’t steer Atelier", "charge Atelier in the Marstek app");
    }

    @Test
    void too_little_power_is_told_with_what_to_do_about_it() {
        eve(ready(3, false));
        assertThat(words()).isEmpty();
        assertThat(lookUntil("2025-01-09T17:16")).containsExactly("urgent day-ahead d:2025-01-10");
        assertThat(words())
                .contains("With 2.7\u00a0kW at most, within 6\u00a0kVA, the target is not reached")
                .contains("planning.charge-power")
                .doesNotContain("does not answer");
    }

    @Test
    void an_oven_on_the_eve_is_no_night_without_room() {
        eve(ready(3, false));
        lookUntil("2025-01-09T17:10");
        world.planned(ready(3, true), charges());
        assertThat(lookUntil("2025-01-09T17:11")).containsExactly("raised day-ahead d:2025-01-10");
        world.planned(ready(3, false), charges());
        assertThat(lookUntil("2025-01-09T17:20")).isEmpty();
        world.planned(ready(3, true), charges());
        assertThat(lookUntil("2025-01-09T21:00")).isEmpty();
        assertThat(words()).contains("3 of 3 reachable, room for");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_plan_that_rests_tonight_promises_nothing(boolean paused) {
        lookUntil("2025-01-09T16:00");
        world.colour("2025-01-10", TempoColour.RED);
        world.planned(ready(3, true), charges());
        if (paused) {
            world.paused(null);
        } else {
            world.dryRun(local("2025-01-10T16:00"), false);
        }
        assertThat(lookUntil("2025-01-09T17:00")).contains("raised day-ahead d:2025-01-10");
        assertThat(lasting()).anySatisfy(alert -> assertThat(begun(alert)).isEqualTo(RED_DAY));
    }

    private static final String RED_DAY = "Friday 10 January is a red day";

    private String begun(pilotempo.history.AlertEntry alert) {
        return new AlertWords(Locale.UK, settings).begun(alert).whole();
    }

    /** It is 17:01, and the red day was told. */
    private void eve(Readiness readiness) {
        lookUntil("2025-01-09T16:59");
        world.colour("2025-01-10", TempoColour.RED);
        world.planned(readiness, charges());
        lookUntil("2025-01-09T17:01");
    }

    /** As it stands on the page. */
    private String words() {
        return words(Locale.UK);
    }

    @Override
    protected String words(Locale locale) {
        return lasting().stream()
                .filter(alert -> alert.kind().equals("day-ahead"))
                .map(alert -> new AlertWords(locale, settings).begun(alert).whole())
                .findFirst()
                .orElse("");
    }

    private static PlannedAction[] charges() {
        return World.IDS.stream()
                .map(id -> World.charge(id, NIGHT, NIGHT_ENDS, 900, 100.0))
                .toArray(PlannedAction[]::new);
    }

    private static Readiness ready(int reachable, boolean fits) {
        return new Readiness(
                RED,
                TempoColour.RED,
                reachable,
                3,
                0,
                12_600.0,
                Duration.ofHours(5),
                4800,
                2700,
                NIGHT,
                fits);
    }
}
