package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SimulatedHouseTest {
    private final SimulatedHouse house = new SimulatedHouse(Scene.PARIS);

    @Test
    void a_year_is_that_of_a_house_with_some_sun() {
        double imported = 0;
        double exported = 0;
        var until = Scene.CLOCK.startOf(LocalDate.of(2025, 9, 1));
        for (var at = Scene.CLOCK.startOf(LocalDate.of(2024, 9, 1));
                at.isBefore(until);
                at = at.plus(Duration.ofMinutes(15))) {
            double net = house.netWh(at).orElseThrow();
            assertThat(net * 4).isBetween(-3000.0, 6000.0);
            imported += Math.max(net, 0);
            exported += Math.max(-net, 0);
        }

        assertThat(imported).isBetween(3.5e6, 7e6);
        assertThat(exported).isBetween(0.7e6, 2.5e6);
        assertThat(house.recorded()).isFalse();
    }

    @Test
    void it_is_the_same_again() {
        var at = Scene.paris("2025-01-14T19:15");

        assertThat(new SimulatedHouse(Scene.PARIS).netWh(at)).isEqualTo(house.netWh(at));
    }

    @Test
    void winter_draws_more_than_summer_and_nights_have_no_sun() {
        assertThat(dayWh(LocalDate.of(2025, 1, 20)))
                .isGreaterThan(2 * dayWh(LocalDate.of(2025, 7, 20)));
        assertThat(house.netWh(Scene.paris("2025-07-20T02:00")).orElseThrow()).isPositive();
    }

    private double dayWh(LocalDate date) {
        double sum = 0;
        for (var at = Scene.CLOCK.startOf(date);
                at.isBefore(Scene.CLOCK.endOf(date));
                at = at.plus(Duration.ofMinutes(15))) {
            sum += Math.max(0, house.netWh(at).orElseThrow());
        }
        return sum;
    }
}
