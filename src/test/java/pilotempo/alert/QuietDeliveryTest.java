package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.Quantity;
import pilotempo.planning.PlannedAction;
import pilotempo.tempo.TempoColour;

/** What waits for the morning and what does not; the night before Friday 10 January 2025, red. */
class QuietDeliveryTest extends AlertScene {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void what_costs_no_money_waits_for_the_end_of_the_quiet_hours() throws Exception {
        world.colour("2025-01-09", TempoColour.BLUE);
        start();
        passUntil("2025-01-08T23:00");
        world.missed("garage", 3);
        world.value("salon", Quantity.TEMPERATURE_C, 46);
        passUntil("2025-01-09T06:59");
        staysAt(0);
        assertThat(telegram().waiting()).isEqualTo(2);
        passUntil("2025-01-09T07:01");
        awaitTexts(1);
        assertThat(texts().getFirst())
                .startsWith("2 alerts\n")
                .contains(
                        "Garage does not answer\nLast answer: 23:00.", "Salon is hot: 46\u00a0°C");
    }

    @Test
    void what_was_over_before_is_told_as_over_or_if_it_was_short_not_at_all() throws Exception {
        world.colour("2025-01-09", TempoColour.BLUE);
        start();
        passUntil("2025-01-08T23:00");
        world.missed("garage", 3);
        world.missed("salon", 3);
        pass(MINUTE.multipliedBy(2));
        world.missed("salon", 0);
        pass(Duration.ofHours(1));
        world.missed("garage", 0);
        passUntil("2025-01-09T06:59");
        staysAt(0);
        passUntil("2025-01-09T07:30");
        awaitTexts(1);
        assertThat(texts().getFirst())
                .isEqualTo(
                        "Garage answers again\nFrom Wed 8 Jan, 23:00 to 00:02, 1\u00a0h\u00a002.");
        staysAt(1);
    }

    @Test
    void what_costs_money_breaks_through_and_its_end_waits() throws Exception {
        passing("2025-01-09T22:10");
        world.planned(null, charges());
        for (var id : World.IDS) {
            world.value(id, Quantity.SOC_PCT, 60);
            world.value(id, Quantity.POWER_W, -900);
        }
        start();
        passUntil("2025-01-09T22:30");
        int before = texts().size();
        world.standing("salon", Standing.FAILING);
        passUntil("2025-01-09T23:01");
        awaitTexts(before + 1);
        assertThat(texts().getLast()).startsWith("Salon: the charge has failed");
        world.standing("salon", Standing.FOLLOWS);
        for (var id : World.IDS) {
            world.value(id, Quantity.SOC_PCT, 99);
        }
        passUntil("2025-01-10T05:00");
        staysAt(before + 1);
        passUntil("2025-01-10T07:01");
        assertThat(texts())
                .anySatisfy(
                        text -> assertThat(text).contains("Salon: the charge is on its way again"));
    }

    @Test
    void what_becomes_urgent_while_it_waits_does_not_wait_any_longer() throws Exception {
        world.colour("2025-01-09", TempoColour.BLUE);
        start();
        passUntil("2025-01-08T23:00");
        world.value("salon", Quantity.TEMPERATURE_C, 46);
        pass(MINUTE.multipliedBy(10));
        staysAt(0);
        world.value("salon", Quantity.TEMPERATURE_C, 58);
        pass(MINUTE);
        awaitTexts(1);
        assertThat(texts().getFirst()).startsWith("Salon is hot: 58\u00a0°C");
        passUntil("2025-01-09T08:00");
        staysAt(1);
    }

    @Test
    void a_night_of_25_hours_ends_at_seven_by_the_clock_on_the_wall() throws Exception {
        manual.setWall(Instant.parse("2024-10-26T20:30:00Z"));
        start();
        world.missed("garage", 3);
        pass(Duration.ofHours(9).plusMinutes(29));
        staysAt(0);
        pass(MINUTE.multipliedBy(2));
        awaitTexts(1);
    }

    @Test
    void a_restart_in_the_night_wakes_nobody() throws Exception {
        world.colour("2025-01-09", TempoColour.BLUE);
        start();
        passUntil("2025-01-08T23:00");
        world.missed("garage", 3);
        pass(MINUTE);
        restart();
        passUntil("2025-01-09T06:59");
        staysAt(0);
        restart();
        passUntil("2025-01-09T07:05");
        awaitTexts(1);
    }

    private void passing(String dateAndTime) {
        manual.setWall(at(dateAndTime));
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
}
