package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.battery.Device;

class LimitTableTest {
    @ParameterizedTest
    @CsvSource({
        "VenusC, 153, 2500, 10, true, false, false",
        "VenusE, 1573, 2500, 10, true, false, false",
        "VenusE 3.0, 148, 2500, 10, true, false, false",
        "VenusE 3.0, 150, 2500, 10, true, true, true",
        "VenusE 3.0, 1508, 2500, 10, true, true, true",
        "Venus A, 149, 1500, 10, true, false, false",
        "VNSA-0, 1509, 1500, 10, true, true, true",
        "VenusD, 150, 2500, 10, true, true, true",
        "VNSEM-0, 301, 800, 6, false, false, false",
        "Saturn X, 999, 800, 6, true, false, false",
    })
    void what_a_model_takes(
            String model,
            int firmware,
            int power,
            int slots,
            boolean passive,
            boolean ups,
            boolean settings) {
        assertThat(LimitTable.of(new Device(Scene.mac(1), model, firmware)))
                .isEqualTo(new Limits(power, power, slots, passive, ups, settings));
    }

    @Test
    void before_first_contact_only_what_no_model_can_do_is_ruled_out() {
        assertThat(LimitTable.of(null)).isEqualTo(new Limits(2500, 2500, 10, true, true, true));
    }
}
