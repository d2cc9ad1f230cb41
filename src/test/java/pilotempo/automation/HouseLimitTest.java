package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pilotempo.battery.OperatingMode;

/** All charging together stays within what the house leaves, on the eve of 13 January 2025. */
class HouseLimitTest {
    private static final String EVE = "2025-01-12T21:55:00";

    @Test
    void a_steady_house_is_never_overdrawn() {
        var house = House.at(EVE, 20, 20, 20).kilovolts(6);
        house.loadW = _ -> 2600;
        house.until("2025-01-13T05:50:00");

        assertThat(house.samples)
                .allSatisfy(
                        sample ->
                                assertThat(sample.chargingW())
                                        .as("at %s", sample.at())
                                        .isLessThanOrEqualTo(0.8 * 6000 - 2600));
        assertThat(house.battery("b1").socPct).isGreaterThan(50);
    }

    @Test
    void when_the_house_draws_more_charging_is_lowered_with_the_next_reading() {
        var house = House.at(EVE, 20, 20, 20).kilovolts(6);
        var heating = House.paris("2025-01-12T23:30:00");
        house.loadW = at -> at.isBefore(heating) ? 500 : 3600;
        house.until("2025-01-13T02:00:00");

        assertThat(house.samples)
                .filteredOn(sample -> sample.at().isAfter(heating.plus(Duration.ofSeconds(70))))
                .allSatisfy(
                        sample ->
                                assertThat(sample.chargingW())
                                        .as("at %s", sample.at())
                                        .isLessThanOrEqualTo(0.8 * 6000 - 3600));
    }

    @Test
    void a_kettle_does_not_make_a_storm_of_writes() {
        var house = House.at(EVE, 20, 20).kilovolts(6);
        house.loadW = at -> kettle(at) ? 3200 : 700;
        house.until("2025-01-13T02:00:00");

        assertThat(house.control.orders.size()).isLessThan(60);
        assertThat(house.battery("b1").socPct).isGreaterThan(40);
    }

    private static boolean kettle(Instant at) {
        return at.atZone(House.PARIS).getMinute() % 20 < 3;
    }

    @Test
    void without_a_meter_half_of_the_connection_is_used_at_most() {
        var house = House.at(EVE, 20, 20, 20).kilovolts(6);
        house.metered = false;
        house.until("2025-01-13T05:50:00");

        assertThat(house.samples)
                .allSatisfy(
                        sample ->
                                assertThat(sample.chargingW()).isLessThanOrEqualTo(0.8 * 6000 / 2));
        assertThat(house.battery("b1").socPct).isGreaterThan(80);
    }

    @Test
    void without_a_meter_what_a_silent_battery_still_charges_is_counted() {
        var house = House.at(EVE, 20, 20, 20).kilovolts(6);
        house.metered = false;
        house.until("2025-01-12T22:30:00");
        house.battery("b1").online = false;
        house.until("2025-01-13T05:50:00");

        assertThat(house.samples)
                .allSatisfy(
                        sample ->
                                assertThat(sample.chargingW()).isLessThanOrEqualTo(0.8 * 6000 / 2));
    }

    @Test
    void batteries_that_hold_on_sunny_days_go_back_to_the_day_mode() {
        var house = House.at(EVE, 95, 95).until("2025-01-13T06:01:00");
        assertThat(house.modes()).containsOnly(OperatingMode.AUTO);
    }
}
