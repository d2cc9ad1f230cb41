package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration SET = Duration.ofSeconds(20);

    private final Absence absence = new Absence();
    private final Pace pace = new Pace(true, absence);

    @Test
    void silence_backs_off_after_three_rounds_and_ends_with_the_first_answer() {
        missed(2);
        assertThat(pace.slowed(SET)).isEqualTo(SET);
        missed(1);
        assertThat(pace.slowed(SET)).isEqualTo(SET.multipliedBy(2));
        missed(20);
        assertThat(pace.slowed(SET)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pace.steady(SET)).isEqualTo(SET);
        absence.round(new Tally(4, 3));
        assertThat(pace.slowed(SET)).isEqualTo(SET);
    }

    @Test
    void what_the_guard_wants_holds_unless_silence_slows_more() {
        pace.guarded(4);
        missed(3);
        assertThat(pace.slowed(SET)).isEqualTo(SET.multipliedBy(4));
        missed(2);
        assertThat(pace.slowed(SET)).isEqualTo(SET.multipliedBy(8));
    }

    @Test
    void it_may_get_as_slow_as_once_in_five_minutes() {
        assertThat(pace.most(SET, false)).isEqualTo(15);
        assertThat(pace.most(SET, true)).as("while a plan charges").isEqualTo(6);
        assertThat(pace.most(Duration.ofMinutes(5), false)).isEqualTo(1);
        assertThat(pace.most(Duration.ofHours(24), false)).isEqualTo(1);
        assertThat(new Pace(false, absence).most(SET, false)).isEqualTo(1);
    }

    @Test
    void a_longer_setting_is_never_made_shorter() {
        missed(20);
        assertThat(pace.slowed(Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void switched_off_it_keeps_the_setting() {
        missed(20);
        assertThat(new Pace(false, absence).slowed(SET)).isEqualTo(SET);
    }

    private void missed(int rounds) {
        for (int round = 0; round < rounds; round++) {
            absence.round(new Tally(4, 4));
        }
    }
}
