package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * When a wrong sign is believed; readings come five seconds apart, the first eight after a send.
 */
class SignDoubtTest {
    private static final Duration TIME_ENOUGH = Duration.ofSeconds(45);

    /** Seconds after the send at which it is believed; -1 = by none of the readings. */
    private static int believedAfter(@Nullable Double before, double... readings) {
        var doubt = new SignDoubt(before);
        int seconds = 8;
        for (double reading : readings) {
            if (doubt.believes(reading, Duration.ofSeconds(seconds), TIME_ENOUGH)) {
                return seconds;
            }
            seconds += 5;
        }
        return -1;
    }

    @Test
    void a_power_that_came_with_the_order_needs_a_second_reading() {
        assertThat(believedAfter(0.0, 900, 900)).isEqualTo(13);
        assertThat(believedAfter(-300.0, 900, 905)).isEqualTo(13);
        assertThat(believedAfter(0.0, 900)).isEqualTo(-1);
    }

    @Test
    void one_that_goes_on_as_before_is_given_the_time_that_an_inverter_needs() {
        assertThat(believedAfter(430.0, 430, 440)).isEqualTo(-1);
        assertThat(believedAfter(900.0, 905, 905, 905, 905)).isEqualTo(23);
        assertThat(believedAfter(2400.0, 2000, 2050)).isEqualTo(-1);
    }

    @Test
    void one_that_was_not_known_before_is_its_own_measure() {
        assertThat(believedAfter(null, 430, 430, 440)).isEqualTo(-1);
        assertThat(believedAfter(null, 430, 900, 900)).isEqualTo(18);
    }

    @Test
    void one_that_fades_is_on_its_way() {
        assertThat(believedAfter(2400.0, 1800, 1100, 500)).isEqualTo(-1);
    }

    @Test
    void without_time_for_another_reading_it_is_believed_for_it_must_be_undone() {
        assertThat(
                        new SignDoubt(430.0)
                                .believes(430, Duration.ofSeconds(8), Duration.ofSeconds(19)))
                .isTrue();
    }

    @Test
    void contradicted_it_is_seen_anew() {
        var doubt = new SignDoubt(0.0);
        doubt.believes(900, Duration.ofSeconds(8), TIME_ENOUGH);
        assertThat(doubt.believes(900, Duration.ofSeconds(13), TIME_ENOUGH)).isTrue();
        doubt.contradicted();
        assertThat(doubt.believes(900, Duration.ofSeconds(18), TIME_ENOUGH)).isFalse();
        assertThat(doubt.believes(900, Duration.ofSeconds(23), TIME_ENOUGH)).isTrue();
    }
}
