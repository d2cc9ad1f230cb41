package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.Limits;
import pilotempo.history.JournalEntry.Result;
import pilotempo.tempo.TempoColour;

/** Nights of the season 2024-2025: 13 to 17 January 2025 were red, after a blue Sunday. */
class PlanRunnerTest {
    private static final String EVE = "2025-01-12T21:55:00";

    @Test
    void before_a_red_day_batteries_are_charged_then_held_and_in_auto_at_six() {
        var house = House.at(EVE, 40, 55).until("2025-01-13T06:02:00");

        assertThat(house.batteries).allSatisfy(one -> assertThat(one.socPct).isGreaterThan(98));
        assertThat(house.modes()).containsOnly(OperatingMode.AUTO);
        assertThat(house.control.of("b1"))
                .satisfiesExactly(
                        charge -> assertThat(power(charge)).isNegative(),
                        hold -> assertThat(power(hold)).isZero(),
                        day -> assertThat(day).isEqualTo(new ModeCommand.Auto()));
        assertThat(house.control.times.getFirst()).isEqualTo(House.paris("2025-01-12T22:05:00"));
        assertThat(house.control.times.getLast()).isEqualTo(House.paris("2025-01-13T06:00:00"));
    }

    @Test
    void no_command_of_a_plan_lasts_beyond_six() {
        var house = House.at("2025-01-13T21:55:00", 40, 55).until("2025-01-15T06:02:00");

        assertThat(house.history.journal().all())
                .filteredOn(entry -> entry.until() != null)
                .isNotEmpty()
                .allSatisfy(
                        entry -> {
                            var at = entry.at().atZone(House.PARIS);
                            var six =
                                    (at.getHour() < 6 ? at : at.plusDays(1))
                                            .toLocalDate()
                                            .atTime(6, 0)
                                            .atZone(House.PARIS)
                                            .toInstant();
                            assertThat(entry.until()).isBeforeOrEqualTo(six);
                        });
    }

    @Test
    void red_days_in_a_row_are_each_begun_full() {
        var house = House.at(EVE, 40);
        for (int day = 13; day <= 17; day++) {
            house.until("2025-01-" + day + "T06:02:00");
            assertThat(house.battery("b1").socPct).as("on the %sth", day).isGreaterThan(96);
            assertThat(house.modes()).as("on the %sth", day).containsOnly(OperatingMode.AUTO);
        }
    }

    @Test
    void nothing_charges_in_peak_hours() {
        var house = House.at("2025-01-13T06:05:00", 40, 20, 90).until("2025-01-14T22:05:00");

        assertThat(house.samples)
                .filteredOn(
                        sample -> {
                            int hour = sample.at().minusMillis(1).atZone(House.PARIS).getHour();
                            return hour >= 6 && hour < 22;
                        })
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.chargingW()).isZero());
    }

    @Test
    void a_battery_whose_bms_stops_is_full_and_no_longer_told_to_charge() {
        var house = House.at(EVE, 88);
        house.battery("b1").bmsStopsAt = 94;
        house.until("2025-01-13T04:00:00");

        assertThat(house.control.of("b1")).extracting(PlanRunnerTest::power).endsWith(0);
        assertThat(house.control.of("b1")).hasSize(2);
        house.until("2025-01-13T06:05:00");
        assertThat(house.runner.state().lastNight().orElseThrow().belowTarget()).isEmpty();
    }

    @Test
    void the_day_mode_that_was_is_the_day_mode_again() {
        var house = House.at(EVE, 40, 50);
        house.battery("b1").mode = OperatingMode.AI;
        house.battery("b1").fallsBackTo = OperatingMode.AUTO;
        house.until("2025-01-13T06:02:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AI, OperatingMode.AUTO);
    }

    @Test
    void a_day_mode_of_the_settings_wins() {
        var house = House.at(EVE, 40);
        house.battery("b1").mode = OperatingMode.AI;
        house.with(House.planning("tempo", "auto", false)).until("2025-01-13T06:02:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @Test
    void a_battery_in_manual_returns_to_its_program_by_itself_and_no_slot_is_written() {
        var house = House.at(EVE, 40);
        house.battery("b1").mode = OperatingMode.MANUAL;
        house.until("2025-01-13T06:10:00");

        assertThat(house.modes()).containsExactly(OperatingMode.MANUAL);
        assertThat(house.control.of("b1")).allMatch(ModeCommand.Passive.class::isInstance);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.IDLE);
    }

    @Test
    void a_battery_that_does_not_return_to_manual_is_told_with_a_slot_that_is_off() {
        var house = House.at(EVE, 40);
        house.battery("b1").mode = OperatingMode.MANUAL;
        house.battery("b1").fallsBackTo = OperatingMode.AUTO;
        house.until("2025-01-13T06:10:00");

        assertThat(house.modes()).containsExactly(OperatingMode.MANUAL);
        assertThat(house.control.last("b1")).isEqualTo(new ModeCommand.ClearSlot(9));
        assertThat(house.control.orders.getLast().why()).contains("slot 9 was written as off");
    }

    @Test
    void the_slot_that_is_written_as_off_is_one_that_the_model_has() {
        var house = House.at(EVE, 40);
        house.control.limits = new Limits(2500, 2500, 6, true, true, true);
        house.battery("b1").mode = OperatingMode.MANUAL;
        house.battery("b1").fallsBackTo = OperatingMode.AUTO;
        house.until("2025-01-13T06:10:00");

        assertThat(house.control.last("b1")).isEqualTo(new ModeCommand.ClearSlot(5));
    }

    @Test
    void a_command_that_fails_is_tried_again_with_growing_pauses() {
        var house = House.at(EVE, 40);
        house.control.ends = _ -> Result.LOST;
        house.until("2025-01-12T23:05:00");

        var times = house.control.times;
        assertThat(times).hasSizeBetween(6, 8);
        assertThat(Duration.between(times.get(0), times.get(1))).isBetween(minutes(2), minutes(3));
        assertThat(Duration.between(times.get(3), times.get(4))).isGreaterThan(minutes(7));
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.FAILING);

        house.control.ends = _ -> Result.VERIFIED;
        house.until("2025-01-12T23:20:00");
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.FOLLOWS);
    }

    @ParameterizedTest
    @CsvSource({"AI, LOST", "AI, IGNORED", "MANUAL, LOST", "AUTO, REFUSED"})
    void a_first_command_that_fails_is_no_take_over_whatever_the_battery_was_in(
            OperatingMode mode, Result first) {
        var house = House.at(EVE, 40).with(House.planning("tempo", "auto", false));
        house.battery("b1").mode = mode;
        house.control.ends = _ -> house.control.orders.size() == 1 ? first : Result.VERIFIED;
        house.until("2025-01-12T22:15:00");

        assertThat(house.control.orders).hasSize(2);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.FOLLOWS);
    }

    @ParameterizedTest
    @CsvSource({"LOST", "IGNORED", "REFUSED", "NOT_SENT"})
    void a_first_command_that_fails_against_somebodys_power_is_tried_again(Result first) {
        var house = House.at(EVE, 40);
        house.app("b1", new ModeCommand.Passive(300, Duration.ofHours(3)));
        house.control.ends = _ -> house.control.orders.size() == 1 ? first : Result.VERIFIED;
        house.until("2025-01-12T22:15:00");

        assertThat(house.control.orders).hasSize(2);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.FOLLOWS);
    }

    @Test
    void a_command_that_seemed_lost_and_worked_is_not_sent_again() {
        var house = House.at(EVE, 40);
        house.control.ends = _ -> Result.LOST;
        house.control.obeysUnseen = true;
        house.until("2025-01-12T22:07:30");

        assertThat(house.control.orders).hasSize(1);
        assertThat(house.history.journal().all())
                .extracting(entry -> entry.result())
                .containsExactly(Result.VERIFIED);
    }

    @Test
    void a_battery_that_is_away_gets_nothing_and_its_share_when_it_is_back() {
        var house = House.at(EVE, 40, 50);
        house.battery("b2").online = false;
        house.until("2025-01-12T23:30:00");
        assertThat(house.control.of("b2")).isEmpty();
        assertThat(house.standing("b2").standing()).isEqualTo(Standing.AWAY);

        house.battery("b2").online = true;
        house.until("2025-01-13T06:02:00");
        assertThat(house.batteries).allSatisfy(one -> assertThat(one.socPct).isGreaterThan(98));
    }

    @Test
    void a_battery_that_was_away_at_six_is_put_back_when_it_answers() {
        var house = House.at(EVE, 40).until("2025-01-13T05:30:00");
        house.battery("b1").online = false;
        house.battery("b1").fallsBackTo = OperatingMode.PASSIVE;
        house.until("2025-01-13T07:10:00");
        assertThat(house.modes()).containsExactly(OperatingMode.PASSIVE);

        house.battery("b1").online = true;
        house.until("2025-01-13T07:13:00");
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @Test
    void a_reading_from_before_six_is_nobody_elses_command() {
        var house = House.at(EVE, 99).until("2025-01-13T05:59:30");
        house.polled = false;
        house.until("2025-01-13T06:00:30");

        assertThat(house.control.last("b1")).isEqualTo(new ModeCommand.Auto());
        assertThat(house.control.of("b1")).filteredOn(new ModeCommand.Auto()::equals).hasSize(1);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.IDLE);
    }

    @Test
    void a_colour_that_comes_late_is_charged_for_from_then_on() {
        var house = House.at(EVE, 60);
        house.season.without(LocalDate.parse("2025-01-13"));
        house.until("2025-01-13T00:30:00");
        assertThat(house.battery("b1").socPct).isLessThan(61);

        house.season.with(LocalDate.parse("2025-01-13"), TempoColour.RED);
        house.until("2025-01-13T06:02:00");
        assertThat(house.battery("b1").socPct).isGreaterThan(98);
    }

    @Test
    void a_colour_that_changes_from_red_to_blue_ends_the_charge() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        house.season.with(LocalDate.parse("2025-01-13"), TempoColour.BLUE);
        double level = house.battery("b1").socPct;
        house.until("2025-01-13T05:00:00");

        assertThat(house.battery("b1").socPct).isLessThan(level + 1);
    }

    @Test
    void the_night_of_a_red_day_is_reviewed_in_the_morning_and_after_a_restart() {
        var house = House.at(EVE, 40, 40);
        house.battery("b2").numb = true;
        house.until("2025-01-13T06:10:00");

        var night = house.runner.state().lastNight().orElseThrow();
        assertThat(night.levels()).containsOnlyKeys("b1", "b2").containsEntry("b1", 100);
        assertThat(night.belowTarget()).containsExactly("b2");

        house.restart();
        house.until("2025-01-13T06:12:00");
        assertThat(house.runner.state().lastNight()).contains(night);
    }

    @Test
    void both_nights_of_a_time_change_end_at_six_local() {
        for (var day : List.of("2025-03-29", "2024-10-26")) {
            var house = House.at(day + "T21:55:00", 50);
            house.season.with(LocalDate.parse(day).plusDays(1), TempoColour.RED);
            var next = LocalDate.parse(day).plusDays(1);
            house.until(next + "T05:59:30");
            assertThat(house.modes()).containsOnly(OperatingMode.PASSIVE);
            assertThat(house.battery("b1").socPct).isGreaterThan(98);
            house.until(next + "T06:01:00");
            assertThat(house.modes()).containsOnly(OperatingMode.AUTO);
        }
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    static int power(ModeCommand command) {
        return command instanceof ModeCommand.Passive(int power, _) ? power : Integer.MAX_VALUE;
    }
}
