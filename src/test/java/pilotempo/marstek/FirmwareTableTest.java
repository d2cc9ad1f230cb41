package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareTableTest {
    @ParameterizedTest
    @CsvSource({
        "VenusC, HMG_50",
        "VenusE, HMG_50",
        "Venus, HMG_50",
        "HMG-50, HMG_50",
        "VenusE 3.0, VENUS_E3",
        "VNSE3-0, VENUS_E3",
        "venuse3.0, VENUS_E3",
        "Venus A, VENUS_A",
        "VenusA, VENUS_A",
        "VNSA-0, VENUS_A",
        "Venus D, VENUS_D",
        "VenusD, VENUS_D",
        "VNSD-0, VENUS_D",
        "VNSEM-0, VENUS_MINI",
        "Jupiter, UNKNOWN",
        "'', UNKNOWN",
        "VenusX, UNKNOWN"
    })
    void a_family_is_known_by_name_and_by_sku(String model, Family family) {
        assertThat(Family.of(model)).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({
        "VenusE 3.0, 150, 2", "VenusE 3.0, 1508, 2", "VenusE 3.0, 149, 5", "VenusE 3.0, 1499, 5",
        "VenusE 3.0, , 5", "VenusE, 1581, 5", "VenusE, 156, 5", "Venus A, 1509, 2",
        "Venus D, 149, 5", "VNSEM-0, 300, 2", "Jupiter, 200, 5", "VenusE 3.0, 999, 2"
    })
    void old_and_unknown_devices_get_more_quiet(
            String model, @Nullable Integer firmware, int seconds) {
        assertThat(FirmwareTable.of(Family.of(model), firmware).gap())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void some_devices_do_not_know_some_questions() {
        assertThat(FirmwareTable.of(Family.VENUS_E3, 142).unanswered())
                .contains(Query.POWER, Query.SOLAR)
                .doesNotContain(Query.CELLS);
        assertThat(FirmwareTable.of(Family.VENUS_E3, 122).unanswered())
                .contains(Query.CELLS)
                .doesNotContain(Query.MODE);
        assertThat(FirmwareTable.of(Family.VENUS_E3, 143).unanswered()).containsOnly(Query.SOLAR);
        assertThat(FirmwareTable.of(Family.VENUS_A, 147).unanswered()).isEmpty();
        assertThat(FirmwareTable.of(Family.UNKNOWN, null).unanswered()).isEmpty();
    }

    @Test
    void firmware_has_one_more_digit_from_1000_on() {
        assertThat(Family.decimal(1573)).isEqualTo(157.3);
        assertThat(Family.decimal(157)).isEqualTo(157);
    }
}
