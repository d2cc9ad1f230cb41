package pilotempo.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pilotempo.ui.testing.StillEngine;

class PinGuardTest {
    private static final Instant NOON = Instant.parse("2026-01-06T11:00:00Z");

    private final StillEngine engine = StillEngine.of(1);
    private final PinGuard guard = new PinGuard(engine);

    @Test
    void four_wrong_ones_are_told_and_the_fifth_pauses_for_a_minute() {
        wrong(4, NOON);
        assertThat(guard.triesLeft()).isEqualTo(1);
        assertThat(guard.pauseLeft(NOON)).isZero();
        wrong(1, NOON);
        assertThat(guard.pauseLeft(NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(guard.pauseLeft(NOON.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(guard.pauseLeft(NOON.plusSeconds(60))).isZero();
        assertThat(guard.triesLeft()).isEqualTo(5);
    }

    @Test
    void each_further_five_pause_twice_as_long_and_never_more_than_an_hour() {
        var now = NOON;
        for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            wrong(5, now);
            assertThat(guard.pauseLeft(now)).isEqualTo(Duration.ofMinutes(minutes));
            now = now.plus(Duration.ofMinutes(minutes));
            assertThat(guard.pauseLeft(now)).isZero();
        }
    }

    @Test
    void the_right_one_forgives_all() {
        wrong(5, NOON);
        guard.right();
        assertThat(guard.pauseLeft(NOON)).isZero();
        wrong(5, NOON);
        assertThat(guard.pauseLeft(NOON)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_clock_set_back_does_not_lengthen_the_pause_beyond_its_own_length() {
        wrong(5, NOON);
        var before = NOON.minus(Duration.ofDays(3));
        assertThat(guard.pauseLeft(before)).isEqualTo(Duration.ofMinutes(1));
        assertThat(guard.pauseLeft(before.plusSeconds(60))).isZero();
    }

    @Test
    void a_program_started_anew_forgives_nothing() {
        wrong(4, NOON);
        assertThat(new PinGuard(engine).triesLeft()).isEqualTo(1);
        wrong(6, NOON);
        var anew = new PinGuard(engine);
        assertThat(anew.triesLeft()).isEqualTo(5);
        assertThat(anew.pauseLeft(NOON.plusSeconds(30))).isEqualTo(Duration.ofSeconds(90));
        anew.right();
        assertThat(new PinGuard(engine).pauseLeft(NOON)).isZero();
    }

    @Test
    void what_cannot_be_read_counts_as_nothing_tried() {
        engine.remember("pin-tries", "9 soon");
        assertThat(new PinGuard(engine).triesLeft()).isEqualTo(5);
    }

    private void wrong(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            guard.wrong(now);
        }
    }
}
