package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration SET = Duration.ofSeconds(20);

    private final Pace pace = new Pace(true);

    @Test
    void a_fifth_of_losses_changes_nothing() {
        for (int round = 0; round < 100; round++) {
            pace.round(5, 1);
        }
        assertThat(pace.slowed(SET)).isEqualTo(SET);
    }

    @Test
    void mostly_lost_halves_the_pace_and_health_brings_it_back() {
        for (int round = 0; round < 3; round++) {
            pace.round(5, 4);
        }
        assertThat(pace.slowed(SET)).isGreaterThan(SET);
        for (int round = 0; round < 40; round++) {
            pace.round(5, 0);
        }
        assertThat(pace.slowed(SET)).isEqualTo(SET);
    }

    @Test
    void silence_backs_off_after_three_rounds_and_ends_with_the_first_answer() {
        pace.round(4, 4);
        pace.round(4, 4);
        assertThat(pace.slowed(SET)).isEqualTo(SET);
        pace.round(4, 4);
        assertThat(pace.slowed(SET)).isEqualTo(SET.multipliedBy(2));
        for (int round = 0; round < 20; round++) {
            pace.round(4, 4);
        }
        assertThat(pace.slowed(SET)).isEqualTo(Duration.ofMinutes(5));
        pace.round(4, 1);
        assertThat(pace.slowed(SET)).isLessThanOrEqualTo(SET.multipliedBy(2));
    }

    @Test
    void a_longer_setting_is_never_made_shorter() {
        for (int round = 0; round < 20; round++) {
            pace.round(4, 4);
        }
        assertThat(pace.slowed(Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void switched_off_it_keeps_the_setting() {
        var fixed = new Pace(false);
        for (int round = 0; round < 20; round++) {
            fixed.round(4, 4);
        }
        assertThat(fixed.slowed(SET)).isEqualTo(SET);
    }
}
