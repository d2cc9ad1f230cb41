package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 79, 4, 0, 80, 20",
        "-12, 42, 4, -20, 60, 20",
        "3, 9.6, 4, 0, 10, 5",
        "0, 0, 4, 0, 0.01, 0.01",
        "-5, -1, 2, -5, 0, 5",
        "0, 80, 4, 0, 80, 20"
    })
    void marks_are_round_and_hold_all_values(
            double least, double most, int steps, double low, double high, double step) {
        var scale = BarScale.of(least, most, steps);
        assertThat(scale.step()).isCloseTo(step, within(1e-9));
        assertThat(scale.low()).isCloseTo(low, within(1e-9));
        assertThat(scale.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void zero_is_a_mark_and_a_value_below_it_lies_below() {
        var scale = BarScale.of(-12, 42, 4);
        assertThat(scale.marks()).contains(0.0);
        assertThat(scale.y(-12, 10, 110)).isGreaterThan(scale.y(0, 10, 110));
        assertThat(scale.y(scale.high(), 10, 110)).isEqualTo(10);
        assertThat(scale.y(scale.low(), 10, 110)).isEqualTo(110);
    }
}
