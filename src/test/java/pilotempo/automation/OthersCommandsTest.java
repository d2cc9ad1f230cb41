package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.ReversedPower;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.settings.PlanningSettings;

/** What a plan leaves alone, and what it takes back: the eve and the red 13 January 2025. */
class OthersCommandsTest {
    private static final String EVE = "2025-01-12T21:55:00";
    private static final PlanningSettings OFF = House.planning("none", "restore", false);
    private static final Instant END = House.paris("2025-01-13T12:55:00");

    @Test
    void a_command_by_hand_takes_the_battery_over_until_six() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        house.person("b1", new ModeCommand.Ai());
        house.until("2025-01-13T05:59:30");
        assertThat(house.modes()).containsExactly(OperatingMode.AI);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);
        assertThat(house.standing("b1").detail()).contains("somebody set AI");

        house.until("2025-01-13T22:10:00");
        assertThat(house.modes()).containsExactly(OperatingMode.PASSIVE);
        house.until("2025-01-14T06:02:00");
        assertThat(house.modes())
                .as("what was chosen by hand is the day mode")
                .containsExactly(OperatingMode.AI);
    }

    @Test
    void a_hold_by_hand_at_night_ends_at_six() {
        var house = House.at(EVE, 90).until("2025-01-13T02:00:00");
        house.person("b1", new ModeCommand.Passive(0, Duration.ofHours(12)));
        house.until("2025-01-13T06:02:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @Test
    void another_programs_power_by_day_is_left_alone_whatever_was_ordered_in_the_night() {
        var house = House.at(EVE, 90).until("2025-01-12T23:00:00");
        house.person("b1", new ModeCommand.Auto());
        house.until("2025-01-13T14:00:00");
        int orders = house.control.orders.size();
        house.app("b1", new ModeCommand.Passive(800, Duration.ofHours(2)));
        house.until("2025-01-13T14:30:00");

        assertThat(house.control.orders).hasSize(orders);
        assertThat(house.modes()).containsExactly(OperatingMode.PASSIVE);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);
    }

    @Test
    void a_hold_by_hand_in_the_evening_ends_when_the_night_begins() {
        var house = House.at("2025-01-12T20:00:00", 40).until("2025-01-12T20:10:00");
        house.person("b1", new ModeCommand.Passive(0, Duration.ofHours(12)));
        house.until("2025-01-12T22:04:30");
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);

        house.until("2025-01-12T22:07:00");
        assertThat(PlanRunnerTest.power(house.control.of("b1").getLast())).isNegative();
    }

    @Test
    void a_mode_set_in_the_app_at_night_is_left_alone_until_six() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        int orders = house.control.orders.size();
        house.app("b1", new ModeCommand.ClearSlot(3));
        house.until("2025-01-13T05:59:30");
        assertThat(house.control.orders).hasSize(orders);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);

        house.until("2025-01-13T06:01:00");
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @Test
    void another_programs_power_is_left_alone_and_counts_as_the_houses() {
        var house = House.at(EVE, 40, 40).kilovolts(6).until("2025-01-12T23:00:00");
        house.app("b1", new ModeCommand.Passive(-2500, Duration.ofHours(3)));
        house.until("2025-01-12T23:50:00");

        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);
        assertThat(house.samples.getLast().chargingW()).isLessThanOrEqualTo(0.8 * 6000 - 500);
        assertThat(house.battery("b2").powerW).isNegative();
    }

    @Test
    void a_mode_chosen_in_the_app_by_day_is_the_day_mode_of_the_next_morning() {
        var house = House.at(EVE, 40).until("2025-01-13T12:00:00");
        house.app("b1", new ModeCommand.Ai());
        house.until("2025-01-13T21:00:00");
        assertThat(house.modes()).containsExactly(OperatingMode.AI);

        house.until("2025-01-14T06:02:00");
        assertThat(house.modes()).containsExactly(OperatingMode.AI);
    }

    @Test
    void a_battery_in_ups_is_never_touched() {
        var house = House.at(EVE, 40);
        house.battery("b1").mode = OperatingMode.UPS;
        house.until("2025-01-13T06:05:00");

        assertThat(house.control.orders).isEmpty();
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.UNABLE);
    }

    @Test
    void a_battery_that_never_tells_its_mode_is_not_steered_and_that_is_said() {
        var house = House.at(EVE, 40);
        house.battery("b1").tellsMode = false;
        house.until("2025-01-12T22:05:00");
        assertThat(house.standing("b1").detail()).isEqualTo("its mode is not known yet");
        house.until("2025-01-12T22:15:00");

        assertThat(house.control.orders).isEmpty();
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.UNABLE);
        assertThat(house.standing("b1").detail()).contains("does not tell its mode");

        house.battery("b1").tellsMode = true;
        house.until("2025-01-12T22:20:00");
        assertThat(house.control.orders).isNotEmpty();
    }

    @Test
    void a_device_that_drops_passive_is_told_again_but_not_more_than_five_times_an_hour() {
        var house = House.at(EVE, 40);
        house.battery("b1").dropsAfter = Duration.ofMinutes(4);
        house.until("2025-01-12T23:04:30");

        assertThat(house.control.orders).hasSize(5);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.DROPPING);
        assertThat(house.history.journal().all())
                .allSatisfy(entry -> assertThat(entry.result()).isEqualTo(Result.DROPPED))
                .allSatisfy(entry -> assertThat(entry.detail()).contains("seen in Auto"));

        house.until("2025-01-13T00:05:00");
        assertThat(house.control.orders).hasSizeBetween(9, 11);
    }

    @Test
    void a_power_given_by_hand_that_the_device_drops_is_given_again_for_the_rest_of_its_time() {
        var house = House.at("2025-01-13T12:00:00", 40).with(OFF).until("2025-01-13T12:05:00");
        house.battery("b1").dropsAfter = Duration.ofMinutes(10);
        house.person("b1", new ModeCommand.Passive(-800, Duration.ofMinutes(50)));
        house.until("2025-01-13T12:54:00");

        assertThat(house.battery("b1").powerW).isEqualTo(-800);
        assertThat(house.control.orders)
                .hasSize(5)
                .allSatisfy(order -> assertThat(order.author()).isNotEqualTo(Author.PLAN));
        var ends = house.history.journal().all().stream().map(JournalEntry::until).toList();
        assertThat(ends).allSatisfy(end -> assertThat(end).isBetween(END.minusSeconds(10), END));
        assertThat(house.history.journal().all())
                .extracting(JournalEntry::result)
                .containsOnlyOnce(Result.VERIFIED)
                .contains(Result.DROPPED);

        house.until("2025-01-13T13:30:00");
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
        assertThat(house.control.orders).hasSize(5);
    }

    @Test
    void a_power_given_by_hand_that_is_dropped_all_the_time_is_given_five_times_an_hour() {
        var house = House.at("2025-01-13T12:00:00", 40).with(OFF).until("2025-01-13T12:05:00");
        house.battery("b1").dropsAfter = Duration.ofMinutes(2);
        house.person("b1", new ModeCommand.Passive(-800, Duration.ofHours(4)));
        house.until("2025-01-13T13:04:00");

        assertThat(house.control.orders).hasSize(5);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.DROPPING);
    }

    @Test
    void another_mode_set_in_the_app_ends_a_power_given_by_hand() {
        var house = House.at("2025-01-13T12:00:00", 40).with(OFF).until("2025-01-13T12:05:00");
        house.person("b1", new ModeCommand.Passive(-800, Duration.ofHours(4)));
        house.until("2025-01-13T12:10:00");
        house.app("b1", new ModeCommand.Ai());
        house.until("2025-01-13T12:30:00");

        assertThat(house.control.orders).hasSize(1);
        assertThat(house.modes()).containsExactly(OperatingMode.AI);
    }

    @Test
    void while_no_plan_is_on_a_power_given_by_hand_lasts_through_the_night() {
        var house = House.at("2025-01-12T20:00:00", 40).with(OFF).until("2025-01-12T20:10:00");
        house.person("b1", new ModeCommand.Passive(-100, Duration.ofHours(14)));
        house.until("2025-01-13T09:00:00");

        assertThat(house.modes()).containsExactly(OperatingMode.PASSIVE);
        assertThat(house.control.orders).hasSize(1);
    }

    @Test
    void a_device_that_only_sets_the_mode_is_told_again() {
        var house = House.at(EVE, 40);
        house.battery("b1").numb = true;
        house.until("2025-01-12T22:12:00");
        house.battery("b1").numb = false;
        house.battery("b1").online = true;
        house.until("2025-01-13T06:02:00");

        assertThat(house.history.journal().all().getFirst().result()).isEqualTo(Result.DROPPED);
        assertThat(house.battery("b1").socPct).isGreaterThan(98);
    }

    @Test
    void a_battery_that_dropped_passive_in_the_last_minute_is_not_mistaken_at_six() {
        var house = House.at(EVE, 99).until("2025-01-13T05:58:30");
        house.app("b1", new ModeCommand.Auto());
        house.until("2025-01-13T06:03:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.IDLE);
    }

    /** The sign came out wrong at that local time, and control put the battery back. */
    private static void reversed(House house, String... local) {
        var times = new StringJoiner(" ");
        Stream.of(local).forEach(at -> times.add(House.paris(at).toString()));
        house.history.facts().keep("reversed." + house.battery("b1").mac.hex(), times.toString());
    }

    @Test
    void after_a_reversed_sign_it_rests_is_tried_with_little_and_freed_is_charged_as_planned() {
        var house = House.at(EVE, 40).until("2025-01-12T22:04:30");
        reversed(house, "2025-01-12T22:04:30");
        house.until("2025-01-12T22:24:00");
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.REVERSED);
        assertThat(house.standing("b1").detail()).endsWith("after 22:24");
        assertThat(house.control.orders).isEmpty();

        house.until("2025-01-12T22:25:30");
        assertThat(PlanRunnerTest.power(house.control.of("b1").getLast())).isEqualTo(-300);
        new ReversedPower(house.history.facts()).forgive(house.battery("b1").mac);
        house.until("2025-01-12T22:40:00");
        assertThat(PlanRunnerTest.power(house.control.of("b1").getLast())).isLessThan(-300);
    }

    @Test
    void a_sign_that_is_reversed_again_ends_it_for_the_night_and_the_next_begins_with_little() {
        var house = House.at(EVE, 40).until("2025-01-12T22:04:30");
        reversed(house, "2025-01-12T21:42:00", "2025-01-12T22:04:00");
        house.until("2025-01-13T05:59:30");
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.REVERSED);
        assertThat(house.standing("b1").detail()).contains("nothing more is ordered of it");
        assertThat(house.control.orders).isEmpty();

        house.until("2025-01-13T22:07:00");
        assertThat(house.control.orders).isNotEmpty();
        assertThat(house.control.of("b1"))
                .allSatisfy(
                        command -> assertThat(PlanRunnerTest.power(command)).isBetween(-300, 0));
    }

    @Test
    void what_control_could_not_put_back_after_a_reversed_sign_is_put_back_by_the_plan() {
        var house = House.at(EVE, 40);
        house.control.obeysUnseen = true;
        house.control.ends =
                order -> {
                    if (order.command() instanceof ModeCommand.Passive) {
                        reversed(house, "2025-01-12T22:05:00");
                        return Result.REVERSED;
                    }
                    return Result.VERIFIED;
                };
        house.until("2025-01-12T22:08:00");

        assertThat(house.control.of("b1"))
                .extracting(ModeCommand::mode)
                .containsExactly(OperatingMode.PASSIVE, OperatingMode.AUTO);
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }
}
