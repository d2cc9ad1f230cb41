package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Quantity;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Readiness;
import pilotempo.tempo.TempoColour;

/** What reaches people of a day ahead: Friday 10 January 2025, red once its colour has come. */
class DayDeliveryTest extends AlertScene {
    @Test
    void a_colour_that_comes_in_the_evening_is_one_message_with_what_is_ready() throws Exception {
        world.planned(null);
        startAt("2025-01-09T17:50");
        passUntil("2025-01-09T18:00");
        world.colour("2025-01-10", TempoColour.RED);
        service.lookSoon();
        passUntil("2025-01-09T18:00:20");
        world.planned(ready(), charges());
        passUntil("2025-01-09T18:02");
        awaitTexts(1);
        assertThat(texts().getFirst()).startsWith("Friday 10 January is a red day\n3 of 3 reach");
        passUntil("2025-01-09T21:00");
        staysAt(1);
    }

    @Test
    void a_red_day_known_only_at_night_is_told_in_the_morning_where_no_plan_tells_of_it()
            throws Exception {
        startAt("2025-01-09T22:20");
        passUntil("2025-01-09T22:30");
        world.colour("2025-01-10", TempoColour.RED);
        passUntil("2025-01-10T06:59");
        staysAt(0);
        passUntil("2025-01-10T07:01");
        awaitTexts(1);
        assertThat(texts().getFirst()).isEqualTo("Friday 10 January is a red day");
        passUntil("2025-01-10T16:00");
        staysAt(1);
    }

    @Test
    void a_correction_is_told_once_and_after_a_restart_too() throws Exception {
        startAt("2025-01-09T16:59");
        world.colour("2025-01-10", TempoColour.RED);
        world.planned(ready(), charges());
        passUntil("2025-01-09T17:02");
        awaitTexts(1);
        restart();
        world.colour("2025-01-10", TempoColour.BLUE);
        world.planned(null);
        passUntil("2025-01-09T17:10");
        awaitTexts(2);
        assertThat(texts().getLast())
                .isEqualTo("Friday 10 January is a blue day, not red as told before");
        restart();
        passUntil("2025-01-09T20:00");
        staysAt(2);
    }

    @Test
    void what_has_not_left_yet_is_told_as_it_is_when_it_leaves() throws Exception {
        startAt("2025-01-09T23:00");
        world.free(490_000_000L);
        passUntil("2025-01-09T23:10");
        world.free(310_000_000L);
        passUntil("2025-01-10T07:01");
        awaitTexts(1);
        assertThat(texts().getFirst()).startsWith("The disk is nearly full: 310\u00a0MB left");
    }

    @Test
    void a_battery_told_as_hot_is_told_once_more_when_it_becomes_dangerous() throws Exception {
        startAt("2025-01-09T13:00");
        world.value("salon", Quantity.TEMPERATURE_C, 46);
        passUntil("2025-01-09T13:05");
        awaitTexts(1);
        world.value("salon", Quantity.TEMPERATURE_C, 57);
        passUntil("2025-01-09T13:10");
        awaitTexts(2);
        assertThat(texts().getLast()).contains("57", "let it rest now");
        world.value("salon", Quantity.TEMPERATURE_C, 46);
        passUntil("2025-01-09T13:15");
        world.value("salon", Quantity.TEMPERATURE_C, 58);
        passUntil("2025-01-09T13:20");
        staysAt(2);
        world.value("salon", Quantity.TEMPERATURE_C, 38);
        passUntil("2025-01-09T13:30");
        awaitTexts(3);
    }

    private void startAt(String dateAndTime) throws InterruptedException {
        world.unknownColour("2025-01-10");
        manual.setWall(at(dateAndTime));
        start();
    }

    private static PlannedAction[] charges() {
        return World.IDS.stream()
                .map(
                        id ->
                                World.charge(
                                        id,
                                        at("2025-01-09T22:05"),
                                        at("2025-01-10T05:50"),
                                        900,
                                        100.0))
                .toArray(PlannedAction[]::new);
    }

    private static Readiness ready() {
        return new Readiness(
                LocalDate.of(2025, 1, 10),
                TempoColour.RED,
                3,
                3,
                0,
                12_600.0,
                Duration.ofHours(5),
                4800,
                2700,
                at("2025-01-09T22:05"),
                true);
    }
}
