package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.NightResult;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Readiness;
import pilotempo.tempo.TempoColour;

/** What is said of the plan, around Friday 10 January 2025, which is red. */
class PlanRulesTest extends RuleScene {
    private static final LocalDate RED = LocalDate.of(2025, 1, 10);
    private static final Instant NIGHT = local("2025-01-09T22:05");
    private static final Instant NIGHT_ENDS = local("2025-01-10T05:50");

    PlanRulesTest() {
        startAt("2025-01-09T12:00");
    }

    // ---- the eve

    @Test
    void the_eve_of_a_red_day_is_told_at_17_with_what_is_ready() {
        world.planned(ready(3, true), charges());
        assertThat(lookUntil("2025-01-09T16:59")).isEmpty();
        assertThat(lookUntil("2025-01-09T17:01")).containsExactly("raised day-ahead d:2025-01-10");
        assertThat(words(Locale.UK))
                .isEqualTo(
                        "Friday 10 January is a red day\n3 of 3 reachable, room for 12.6\u00a0kWh,"
                                + " needs 5\u00a0h at 2.7\u00a0kW, fits 6\u00a0kVA. Begins:"
                                + " 22:05.");
        assertThat(words(Locale.FRANCE))
                .isEqualTo(
                        "Jour rouge\u00a0: vendredi 10 janvier\n3 sur 3 joignables, place pour"
                                + " 12,6\u00a0kWh, il faut 5\u00a0h à 2,7\u00a0kW, cela tient dans"
                                + " 6\u00a0kVA. Début\u00a0: 22:05.");
        assertThat(lookUntil("2025-01-09T22:59")).isEmpty();
    }

    @Test
    void an_eve_on_which_not_all_is_ready_is_urgent() {
        world.planned(ready(2, true), charges());
        // The plan is a moment older than the battery's first answer.
        assertThat(lookUntil("2025-01-09T17:00:20")).isEmpty();
        world.missed("garage", 9);
        assertThat(lookUntil("2025-01-09T17:01")).contains("urgent day-ahead d:2025-01-10");
        assertThat(begun("day-ahead", Locale.UK))
                .contains("not all is ready")
                .contains("2 of 3 reachable");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_program_started_on_the_eve_waits_for_its_batteries_before_it_calls_them_not_ready(
            boolean ranBefore) {
        startAt("2025-01-09T19:00");
        world.planned(null);
        world.starting("garage");
        if (ranBefore) {
            world.storedLevel("garage", 40);
        }
        assertThat(lookUntil("2025-01-09T19:00:20")).isEmpty();
        world.planned(ready(2, false), charges());
        assertThat(lookUntil("2025-01-09T19:01")).isEmpty();
        world.neverAnswered("garage", 3);
        assertThat(lookUntil("2025-01-09T19:02"))
                .contains("urgent day-ahead d:2025-01-10", "urgent battery-away b:garage");
    }

    @Test
    void without_a_plan_the_colour_alone_is_told_and_a_blue_day_is_no_news() {
        assertThat(lookUntil("2025-01-09T17:01")).containsExactly("raised day-ahead d:2025-01-10");
        assertThat(words(Locale.UK)).isEqualTo("Friday 10 January is a red day");
        world.colour("2025-01-11", TempoColour.BLUE);
        assertThat(lookUntil("2025-01-10T18:00")).containsExactly("gone day-ahead d:2025-01-10");
    }

    @Test
    void a_white_day_that_is_not_charged_for_is_told_without_readiness() {
        world.planned(ready(3, true), charges());
        startAt("2025-01-08T17:30");
        assertThat(lookUntil("2025-01-08T17:31")).containsExactly("raised day-ahead d:2025-01-09");
        assertThat(words(Locale.UK)).isEqualTo("Thursday 9 January is a white day");
    }

    @Test
    void red_days_in_a_row_have_each_their_own_eve() {
        startAt("2025-01-13T12:00");
        assertThat(lookUntil("2025-01-14T20:00"))
                .containsExactly(
                        "raised day-ahead d:2025-01-14",
                        "gone day-ahead d:2025-01-14",
                        "raised day-ahead d:2025-01-15");
    }

    @Test
    void a_doubted_clock_tells_no_day() {
        world.planned(ready(3, true), charges());
        world.clockDoubted(true);
        assertThat(lookUntil("2025-01-09T18:00")).containsExactly("urgent clock-doubted");
    }

    // ---- the night

    @Test
    void a_charge_that_goes_as_planned_is_not_spoken_of() {
        night();
        assertThat(lookUntil("2025-01-10T01:00")).isEmpty();
        levels(80);
        assertThat(lookUntil("2025-01-10T04:00")).isEmpty();
        levels(97);
        assertThat(lookUntil("2025-01-10T05:59")).isEmpty();
    }

    @Test
    void a_charge_that_can_not_be_done_in_time_is_told_at_the_next_look_and_when_it_can() {
        night();
        assertThat(lookUntil("2025-01-10T01:59")).isEmpty();
        levels(80);
        world.value("salon", Quantity.SOC_PCT, 5);
        // 4.9 kWh at 0.9 kW in 3 h 50 can't be.
        assertThat(lookUntil("2025-01-10T02:01")).containsExactly("urgent charge-late b:salon");
        assertThat(words(Locale.FRANCE)).contains("Salon est à 5\u00a0% et doit être à 100\u00a0%");
        world.value("salon", Quantity.SOC_PCT, 60);
        assertThat(lookUntil("2025-01-10T02:10")).containsExactly("over charge-late b:salon");
    }

    @Test
    void the_last_look_at_05_15_finds_what_the_others_could_not() {
        night();
        levels(97);
        assertThat(lookUntil("2025-01-10T05:14")).isEmpty();
        world.value("garage", Quantity.SOC_PCT, 85);
        assertThat(lookUntil("2025-01-10T05:16")).containsExactly("urgent charge-late b:garage");
        assertThat(lookUntil("2025-01-10T06:01")).contains("gone charge-late b:garage");
    }

    @Test
    void a_start_in_the_middle_of_the_night_looks_at_once() {
        night();
        levels(80);
        world.value("salon", Quantity.SOC_PCT, 5);
        startAt("2025-01-10T03:30");
        assertThat(lookUntil("2025-01-10T03:30")).containsExactly("urgent charge-late b:salon");
    }

    @Test
    void what_was_told_of_the_plan_goes_on_over_a_start_that_has_no_plan_yet() {
        night();
        world.value("salon", Quantity.SOC_PCT, 5);
        world.paused(null);
        lookUntil("2025-01-09T22:30");
        world.planned(ready(3, true), charges());
        levels(80);
        world.value("salon", Quantity.SOC_PCT, 5);
        assertThat(lookUntil("2025-01-10T02:01")).contains("urgent charge-late b:salon");

        restart();
        var plan = world.noPlanYet();
        assertThat(lookUntil("2025-01-10T03:00")).isEmpty();
        world.plan(plan);
        assertThat(lookUntil("2025-01-10T03:10")).isEmpty();
        assertThat(lasting()).anyMatch(alert -> alert.kind().equals("charge-late"));
    }

    @Test
    void a_start_in_the_middle_of_the_night_waits_for_its_plan_and_for_the_first_answers() {
        night();
        levels(80);
        startAt("2025-01-10T03:30");
        var plan = world.noPlanYet();
        World.IDS.forEach(world::starting);
        lookUntil("2025-01-10T03:31");
        world.plan(plan);
        assertThat(lookUntil("2025-01-10T03:33")).isEmpty();

        for (var id : World.IDS) {
            world.missed(id, 0);
            world.value(id, Quantity.RATED_WH, 5120);
            world.value(id, Quantity.POWER_W, -900);
            world.value(id, Quantity.SOC_PCT, id.equals("salon") ? 5 : 80);
        }
        assertThat(lookUntil("2025-01-10T03:34")).containsExactly("urgent charge-late b:salon");
    }

    @Test
    void a_morning_told_is_not_told_again_by_a_start_that_has_no_plan_yet() {
        startAt("2025-01-10T05:59");
        world.planned(null);
        levels(100);
        world.night(result(100, 100, 100));
        assertThat(lookUntil("2025-01-10T06:05")).contains("raised night-result d:2025-01-10");

        restart();
        var plan = world.noPlanYet();
        assertThat(lookUntil("2025-01-10T08:00")).isEmpty();
        world.plan(plan);
        assertThat(lookUntil("2025-01-10T08:10")).isEmpty();
        world.clockDoubted(true);
        assertThat(lookUntil("2025-01-10T08:20")).noneMatch(told -> told.contains("night-result"));
        world.clockDoubted(false);
        assertThat(lookUntil("2025-01-10T09:00")).noneMatch(told -> told.contains("night-result"));
    }

    @Test
    void a_charge_that_failed_or_can_not_be_seen_is_told_at_23() {
        night();
        world.standing("salon", Standing.FAILING);
        world.missed("garage", 50);
        world.unknown("garage", Quantity.SOC_PCT);
        assertThat(lookUntil("2025-01-09T23:01"))
                .containsExactlyInAnyOrder(
                        "escalated day-ahead d:2025-01-10",
                        "urgent charge-late b:salon",
                        "urgent charge-late b:garage",
                        "urgent battery-away b:garage");
    }

    @Test
    void a_battery_that_was_told_to_charge_and_does_nothing_has_failed() {
        night();
        world.value("salon", Quantity.POWER_W, 0);
        assertThat(lookUntil("2025-01-09T23:01")).containsExactly("urgent charge-late b:salon");
        assertThat(words(Locale.UK)).contains("does not charge as it was told");
    }

    @Test
    void a_battery_that_ignores_every_order_has_failed_and_is_not_called_late() {
        night();
        world.value("salon", Quantity.SOC_PCT, 5);
        world.value("salon", Quantity.POWER_W, 0);
        // The newest is under way: neither it nor the plan's standing tells that all failed.
        world.standing("salon", Standing.COMMANDED);
        world.journal(
                entry("salon", Author.PLAN, Result.PENDING),
                entry("salon", Author.PLAN, Result.IGNORED),
                entry("salon", Author.PLAN, Result.LOST),
                entry("salon", Author.PLAN, Result.REFUSED));
        assertThat(lookUntil("2025-01-09T23:01")).containsExactly("urgent charge-late b:salon");
        assertThat(charge(Locale.UK))
                .isEqualTo(
                        "Salon: the charge has failed\n"
                                + "Salon is at 5% and should be at 100% at 06:00. Its last 3 orders"
                                + " failed, the newest at 22:06.\n"
                                + "What to do: charge Salon in the Marstek app until 06:00. What it"
                                + " answered stands in the journal, on the page Automation.");
        assertThat(charge(Locale.FRANCE)).contains("Ses 3 derniers ordres ont échoué, le dernier");
    }

    @Test
    void one_order_that_failed_is_told_in_the_singular() {
        night();
        world.standing("salon", Standing.FAILING);
        world.journal(entry("salon", Author.PLAN, Result.REFUSED));
        lookUntil("2025-01-09T23:01");
        assertThat(charge(Locale.UK)).contains("The order to it at 22:06 failed.");
        assertThat(charge(Locale.FRANCE)).contains("L’ordre de 22:06 a échoué.");
    }

    @Test
    void orders_that_failed_before_one_worked_or_before_the_night_make_a_slow_charge_only_late() {
        world.journal(entry("salon", Author.PLAN, Result.LOST));
        var before = world.get().journal().getFirst();
        night();
        lookUntil("2025-01-10T01:59");
        levels(80);
        world.value("salon", Quantity.SOC_PCT, 5);
        world.journal(
                entry("salon", Author.PLAN, Result.VERIFIED),
                entry("salon", Author.PLAN, Result.LOST));
        lookUntil("2025-01-10T02:01");
        assertThat(charge(Locale.UK)).startsWith("Salon: the charge is late");
        world.journal(before);
        lookUntil("2025-01-10T02:02");
        assertThat(charge(Locale.UK)).startsWith("Salon: the charge is late");
    }

    @Test
    void a_battery_in_a_persons_hands_is_told_as_such_unless_it_charges_all_the_same() {
        night();
        world.standing("salon", Standing.TAKEN_OVER);
        world.standing("garage", Standing.TAKEN_OVER);
        world.value("salon", Quantity.POWER_W, 0);
        assertThat(lookUntil("2025-01-09T23:01")).containsExactly("urgent charge-late b:salon");
        assertThat(charge(Locale.UK))
                .startsWith("Salon is not charged: set by hand\nSalon is at 60%")
                .contains("leaves it alone until 06:00", "tell it on its page to charge");
    }

    @Test
    void what_the_message_of_the_eve_told_of_a_persons_battery_is_not_told_again_at_23() {
        settings = settings.withNotifications(AlertScene.telegram(null, "00:00-00:00"));
        world.unknownColour("2025-01-10");
        night();
        world.planned(ready(3, true), charges());
        world.standing("salon", Standing.TAKEN_OVER);
        world.value("salon", Quantity.POWER_W, 0);
        world.colour("2025-01-10", TempoColour.RED);
        assertThat(lookUntil("2025-01-09T23:01")).containsExactly("raised day-ahead d:2025-01-10");
    }

    @Test
    void a_battery_whose_bms_stopped_at_94_is_full() {
        night();
        world.value("salon", Quantity.SOC_PCT, 94);
        world.value("salon", Quantity.POWER_W, 0);
        assertThat(lookUntil("2025-01-10T05:10")).isEmpty();
    }

    @Test
    void nothing_is_late_while_the_plan_does_not_act_or_no_red_day_comes() {
        night();
        world.value("salon", Quantity.SOC_PCT, 5);
        world.colour("2025-01-10", TempoColour.BLUE);
        assertThat(lookUntil("2025-01-10T05:20")).doesNotContain("urgent charge-late b:salon");
    }

    // ---- the morning

    @Test
    void the_morning_after_tells_the_result_and_until_when_it_lasts() {
        startAt("2025-01-10T05:59");
        lookUntil("2025-01-10T05:59");
        for (var id : World.IDS) {
            world.value(id, Quantity.SOC_PCT, 100);
        }
        world.planned(null);
        world.usualLoad(900.0);
        world.night(result(100, 100, 100));
        assertThat(lookUntil("2025-01-10T06:01")).contains("raised night-result d:2025-01-10");
        assertThat(words(Locale.FRANCE))
                .isEqualTo(
                        "Après la nuit\u00a0: vendredi 10 janvier, jour rouge\n"
                                + "La charge est faite (objectif 100\u00a0%)\u00a0:"
                                + " Salon\u00a0100\u00a0%, Garage\u00a0100\u00a0%,"
                                + " Atelier\u00a0100\u00a0%. Un jour ordinaire, cela suffit jusque vers"
                                + " 20:15.");
        assertThat(lookUntil("2025-01-10T16:00")).noneMatch(told -> told.contains("night"));
        assertThat(lookUntil("2025-01-11T06:01")).contains("gone night-result d:2025-01-10");
    }

    @Test
    void a_night_that_missed_its_target_is_urgent() {
        startAt("2025-01-10T06:00");
        world.planned(null);
        world.night(result(100, 61, 100));
        assertThat(lookUntil("2025-01-10T06:00")).contains("urgent night-result d:2025-01-10");
        assertThat(words(Locale.UK))
                .contains("the target was not reached")
                .contains("Garage\u00a061%");
    }

    @Test
    void a_battery_that_was_not_heard_at_06_00_is_never_counted_as_full() {
        startAt("2025-01-10T06:00");
        world.planned(null);
        world.night(
                new NightResult(
                        RED, TempoColour.RED, 100, Map.of("salon", 100, "atelier", 100), Set.of()));
        assertThat(lookUntil("2025-01-10T06:00")).contains("urgent night-result d:2025-01-10");
        assertThat(words(Locale.UK))
                .contains("the target was not reached")
                .contains("Salon\u00a0100%, Garage\u00a0—, Atelier\u00a0100%");
    }

    @Test
    void an_old_night_is_not_told_to_a_program_that_starts_in_the_afternoon() {
        startAt("2025-01-10T15:00");
        world.planned(null);
        world.night(result(100, 100, 100));
        assertThat(lookUntil("2025-01-10T16:00")).isEmpty();
    }

    @Test
    void a_battery_that_is_not_in_its_day_mode_at_06_05_is_told_at_once() {
        startAt("2025-01-10T05:58");
        world.planned(null, day("salon"), day("garage"), day("atelier"));
        world.mode("garage", OperatingMode.PASSIVE);
        assertThat(lookUntil("2025-01-10T06:04")).doesNotContain("urgent not-in-day-mode b:garage");
        assertThat(lookUntil("2025-01-10T06:06"))
                .containsExactly("urgent not-in-day-mode b:garage");
        assertThat(words(Locale.UK)).contains("Garage is in Passive instead of Auto");
        world.mode("garage", OperatingMode.AUTO);
        assertThat(lookUntil("2025-01-10T06:07:40"))
                .containsExactly("over not-in-day-mode b:garage");
    }

    @Test
    void what_somebody_else_set_is_not_called_a_fault() {
        startAt("2025-01-10T05:58");
        world.planned(null, day("salon"), day("garage"), day("atelier"));
        world.mode("garage", OperatingMode.AI);
        world.standing("garage", Standing.TAKEN_OVER);
        assertThat(lookUntil("2025-01-10T06:30"))
                .noneMatch(told -> told.contains("not-in-day-mode"));
    }

    @Test
    void a_mode_set_by_hand_is_no_fault_while_the_plan_has_not_seen_yet_whose_it_is() {
        startAt("2025-01-10T06:38");
        world.planned(null, day("salon"), day("garage"), day("atelier"));
        lookUntil("2025-01-10T06:39");
        world.mode("garage", OperatingMode.PASSIVE);
        assertThat(lookUntil("2025-01-10T06:39:40")).isEmpty();
        world.standing("garage", Standing.TAKEN_OVER);
        assertThat(lookUntil("2025-01-10T07:00"))
                .noneMatch(told -> told.contains("not-in-day-mode"));
    }

    // ---- commands

    @Test
    void a_failed_command_of_the_plan_is_one_episode_until_one_works() {
        world.journal(entry("salon", Author.PLAN, Result.LOST));
        assertThat(lookUntil("2025-01-09T12:30")).containsExactly("raised command-failed b:salon");
        world.journal(
                entry("salon", Author.PLAN, Result.IGNORED),
                entry("salon", Author.PLAN, Result.LOST));
        assertThat(lookUntil("2025-01-09T13:00")).isEmpty();
        world.journal(entry("salon", Author.PLAN, Result.PENDING));
        assertThat(lookUntil("2025-01-09T13:30")).isEmpty();
        world.journal(entry("salon", Author.PLAN, Result.VERIFIED));
        assertThat(lookUntil("2025-01-09T13:40")).containsExactly("over command-failed b:salon");
    }

    @Test
    void a_command_is_told_with_what_it_ordered() {
        world.journal(entry("salon", Author.PLAN, Result.IGNORED));
        lookUntil("2025-01-09T12:01");
        assertThat(words(Locale.UK))
                .contains("Salon acknowledged the order to charge at 900\u00a0W at 12:00");
        assertThat(words(Locale.FRANCE)).contains("l’ordre «\u00a0charge à 900\u00a0W\u00a0» à");
    }

    @Test
    void a_command_lost_to_a_battery_that_is_away_is_not_told_beside_that_nor_after_it() {
        world.missed("salon", 1);
        world.journal(entry("salon", Author.PLAN, Result.LOST));
        lookUntil("2025-01-09T12:01");
        world.missed("salon", 3);
        assertThat(lookUntil("2025-01-09T12:30")).containsExactly("raised battery-away b:salon");
        world.missed("salon", 0);
        assertThat(lookUntil("2025-01-09T12:40")).containsExactly("over battery-away b:salon");
        world.journal(entry("salon", Author.PLAN, Result.LOST));
        assertThat(lookUntil("2025-01-09T12:41")).containsExactly("raised command-failed b:salon");
    }

    @Test
    void who_gives_a_command_by_hand_sees_its_end_there() {
        world.journal(entry("salon", Author.WINDOW, Result.LOST));
        assertThat(lookUntil("2025-01-09T12:30")).isEmpty();
        world.journal(entry("salon", Author.COMMAND_LINE, Result.REVERSED));
        assertThat(lookUntil("2025-01-09T12:31")).containsExactly("urgent command-failed b:salon");
        assertThat(words(Locale.UK)).startsWith("Salon does the reverse of what it is told");
    }

    // ---- pause, dry run, foreign modes

    @Test
    void a_plan_paused_into_the_night_of_a_red_day_is_reminded_of_at_17() {
        world.planned(ready(3, true), charges());
        world.paused(null);
        assertThat(lookUntil("2025-01-09T17:01")).contains("urgent plan-paused d:2025-01-10");
        world.paused(local("2025-01-09T21:00"));
        assertThat(lookUntil("2025-01-09T17:05")).containsExactly("gone plan-paused d:2025-01-10");
        world.paused(null);
        assertThat(lookUntil("2025-01-09T17:10")).contains("urgent plan-paused d:2025-01-10");
        world.planned(ready(3, true), charges());
        assertThat(lookUntil("2025-01-09T17:11"))
                .as("over at once, however often somebody changes his mind")
                .containsExactly("gone plan-paused d:2025-01-10");
    }

    @Test
    void a_plan_paused_before_a_blue_day_is_nobodys_business() {
        world.colour("2025-01-10", TempoColour.BLUE);
        world.planned(null);
        world.paused(null);
        assertThat(lookUntil("2025-01-09T23:00")).isEmpty();
    }

    @Test
    void an_urgent_dry_run_is_told_at_any_hour() {
        startAt("2025-01-09T20:00");
        world.planned(null);
        lookUntil("2025-01-09T20:00");
        world.dryRun(local("2025-01-10T20:00"), true);
        assertThat(lookUntil("2025-01-09T20:01")).contains("urgent dry-run-urgent");
        world.dryRun(local("2025-01-10T20:00"), false);
        assertThat(lookUntil("2025-01-09T20:02")).containsExactly("gone dry-run-urgent");
    }

    @Test
    void a_mode_that_nobody_ordered_is_told_once() {
        lookUntil("2025-01-09T12:05");
        world.mode("salon", OperatingMode.MANUAL);
        assertThat(lookUntil("2025-01-09T12:20")).containsExactly("raised mode-foreign b:salon");
        assertThat(words(Locale.UK)).contains("From Auto to Manual");
        world.mode("salon", OperatingMode.AUTO);
        assertThat(lookUntil("2025-01-09T12:30")).containsExactly("gone mode-foreign b:salon");
    }

    @Test
    void a_mode_that_somebody_sets_in_the_night_of_a_charge_is_one_message_with_its_consequence() {
        night();
        lookUntil("2025-01-09T22:30");
        world.mode("salon", OperatingMode.AUTO);
        world.value("salon", Quantity.POWER_W, 0);
        world.standing("salon", Standing.TAKEN_OVER);
        assertThat(lookUntil("2025-01-09T22:33")).containsExactly("urgent mode-foreign b:salon");
        assertThat(words(Locale.UK))
                .contains("The plan leaves it alone until 06:00 and does not charge it.");
        assertThat(words(Locale.FRANCE)).contains("Du mode Passif au mode Auto");
        assertThat(lookUntil("2025-01-10T01:59")).isEmpty();
    }

    @Test
    void a_plan_paused_in_the_night_is_to_go_on_at_once() {
        night();
        lookUntil("2025-01-09T22:30");
        world.paused(null);
        assertThat(lookUntil("2025-01-09T22:31")).contains("urgent plan-paused d:2025-01-10");
        assertThat(begun("plan-paused", Locale.UK))
                .endsWith(
                        "let the plan go on now, on the page Automation or with pilotempo plan --resume.");
    }

    @Test
    void a_new_mode_that_stays_is_known_after_a_day() {
        lookUntil("2025-01-08T12:05");
        startAt("2025-01-11T12:00");
        lookUntil("2025-01-11T12:05");
        world.mode("salon", OperatingMode.MANUAL);
        assertThat(lookUntil("2025-01-12T12:30"))
                .contains("raised mode-foreign b:salon", "gone mode-foreign b:salon");
    }

    @Test
    void a_mode_of_ours_and_the_end_of_a_command_of_ours_are_no_news() {
        lookUntil("2025-01-09T12:05");
        world.journal(entry("salon", Author.WINDOW, Result.VERIFIED));
        world.mode("salon", OperatingMode.PASSIVE);
        assertThat(lookUntil("2025-01-09T12:34")).isEmpty();
        world.mode("salon", OperatingMode.AUTO);
        assertThat(lookUntil("2025-01-09T13:30")).isEmpty();
    }

    @Test
    void a_command_of_ours_that_ran_out_while_the_machine_slept_is_no_news() {
        lookUntil("2025-01-09T12:05");
        world.journal(entry("salon", Author.PLAN, Result.VERIFIED));
        world.mode("salon", OperatingMode.PASSIVE);
        lookUntil("2025-01-09T12:20");
        sleepUntil("2025-01-09T14:00");
        world.mode("salon", OperatingMode.AUTO);
        assertThat(lookUntil("2025-01-09T14:30")).isEmpty();
    }

    private String charge(Locale locale) {
        return begun("charge-late", locale);
    }

    private String begun(String kind, Locale locale) {
        return lasting().stream()
                .filter(alert -> alert.kind().equals(kind))
                .map(alert -> new AlertWords(locale, settings).begun(alert).whole())
                .findFirst()
                .orElse("");
    }

    private void night() {
        startAt("2025-01-09T22:06");
        world.planned(ready(3, true), charges());
        levels(60);
        for (var id : World.IDS) {
            world.value(id, Quantity.POWER_W, -900);
            world.mode(id, OperatingMode.PASSIVE);
        }
        lookUntil("2025-01-09T22:06");
    }

    private void levels(double percent) {
        for (var id : World.IDS) {
            world.value(id, Quantity.SOC_PCT, percent);
        }
    }

    private static PlannedAction[] charges() {
        return World.IDS.stream()
                .map(id -> World.charge(id, NIGHT, NIGHT_ENDS, 900, 100.0))
                .toArray(PlannedAction[]::new);
    }

    private static PlannedAction day(String id) {
        return World.day(
                id, local("2025-01-10T06:00"), local("2025-01-10T22:05"), OperatingMode.AUTO);
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

    private static NightResult result(int salon, int garage, int atelier) {
        return new NightResult(
                RED,
                TempoColour.RED,
                100,
                Map.of("salon", salon, "garage", garage, "atelier", atelier),
                garage < 100 ? Set.of("garage") : Set.of());
    }

    private JournalEntry entry(String id, Author author, Result result) {
        @Nullable Instant until = now().plus(Duration.ofMinutes(30));
        return new JournalEntry(
                UUID.randomUUID(),
                World.mac(id),
                now(),
                author,
                new ModeCommand.Passive(-900, Duration.ofMinutes(30)),
                until,
                "",
                result,
                1,
                null,
                "");
    }
}
