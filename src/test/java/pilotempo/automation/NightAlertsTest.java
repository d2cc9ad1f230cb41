package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.alert.AlertWords;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Order;
import pilotempo.history.AlertEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.marstek.simulator.Fault;

/** What is told of the night before the red 13 January 2025, over the whole engine. */
class NightAlertsTest {
    @TempDir private Path data;
    private @Nullable RealHouse open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private RealHouse house(String local, double soc, Fault... faults) {
        var house = new RealHouse(data, local, soc, 1, faults);
        open = house;
        return house;
    }

    @Test
    void
            a_battery_that_ignores_every_order_has_failed_at_23_and_the_first_failure_is_told_at_once() {
        var house = house("2025-01-12T22:01:00", 40, Fault.IGNORES_WRITES).start();
        house.until("2025-01-12T23:02:00");

        var failed = only(house, "command-failed");
        var decided = house.journal(1).getFirst().at().plus(house.journal(1).getFirst().latency());
        assertThat(failed.raisedAt()).isBetween(decided, decided.plusSeconds(5));
        var charge = only(house, "charge-late");
        assertThat(charge.raisedAt()).isAfterOrEqualTo(House.paris("2025-01-12T23:00:00"));
        assertThat(words(house, charge))
                .startsWith("b1: the charge has failed")
                .containsPattern("Its last \\d+ orders failed, the newest at 2[23]:\\d\\d\\.");
    }

    @Test
    void the_eve_tells_the_colour_with_the_readiness_of_the_plan() {
        var house = house("2025-01-12T16:57:00", 40).start();
        house.until("2025-01-12T17:02:00");
        var eve = only(house, "day-ahead");
        assertThat(eve.urgent()).isFalse();
        assertThat(words(house, eve))
                .startsWith(
                        "Monday 13 January is a red day\n"
                                + "1 of 1 reachable, room for 4.9\u00a0kWh, needs");
    }

    @Test
    void a_battery_that_a_person_sets_in_the_night_is_told_as_such() throws Exception {
        var house = house("2025-01-12T22:01:00", 40).start();
        house.await(() -> house.power(1) < -300);
        house.clock.during(
                () ->
                        house.engine()
                                .steering()
                                .order(
                                        new Order("b1", new ModeCommand.Auto(), Author.WINDOW, ""),
                                        _ -> {}));
        house.until("2025-01-12T23:02:00");

        assertThat(only(house, "day-ahead").urgent()).as("%s", told(house)).isFalse();
        assertThat(words(house, only(house, "charge-late")))
                .startsWith("b1 is not charged: set by hand");
        assertThat(house.engine().alerts().newest(20)).hasSize(2);
    }

    private static AlertEntry only(RealHouse house, String kind) {
        var found =
                house.engine().alerts().newest(50).stream()
                        .filter(alert -> alert.kind().equals(kind))
                        .toList();
        assertThat(found).as("%s of %s", kind, told(house)).hasSize(1);
        return found.getFirst();
    }

    private static List<String> told(RealHouse house) {
        return house.engine().alerts().newest(50).stream()
                .map(alert -> alert.raisedAt() + " " + words(house, alert))
                .toList();
    }

    private static String words(RealHouse house, AlertEntry alert) {
        var text = new AlertWords(Locale.UK, house.engine().settings()).begun(alert);
        return text.title() + "\n" + text.sentence() + "\n" + text.advice();
    }
}
