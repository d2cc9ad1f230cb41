package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilotempo.live.HarmSign;

class HarmGuardTest {
    private final HarmGuard guard = new HarmGuard();

    @BeforeEach
    void as_slow_as_a_fifteenth() {
        guard.limit(15);
    }

    @Test
    void one_lost_meter_slows_nothing_and_the_second_within_the_hour_does() {
        guard.saw(HarmSign.METER_LOST, 1, at(0));
        assertThat(guard.slowing(at(1))).isEqualTo(1);
        guard.saw(HarmSign.METER_LOST, 1, at(59));
        assertThat(guard.slowing(at(59))).isEqualTo(2);
    }

    @Test
    void two_an_hour_and_more_apart_slow_nothing() {
        guard.saw(HarmSign.METER_LOST, 1, at(0));
        guard.saw(HarmSign.METER_LOST, 1, at(60));
        assertThat(guard.slowing(at(60))).isEqualTo(1);
    }

    @Test
    void different_signs_are_counted_apart() {
        guard.saw(HarmSign.METER_LOST, 1, at(0));
        guard.saw(HarmSign.MODE_FLIPPED, 1, at(1));
        assertThat(guard.slowing(at(1))).isEqualTo(1);
        assertThat(guard.lastHour(at(1)))
                .containsEntry(HarmSign.METER_LOST, 1)
                .containsEntry(HarmSign.MODE_FLIPPED, 1);
        assertThat(guard.lastHour(at(60))).containsOnlyKeys(HarmSign.MODE_FLIPPED);
    }

    @Test
    void it_slows_further_while_it_does_not_help_but_not_for_ever() {
        for (int minute = 0; minute < 600; minute++) {
            guard.saw(HarmSign.METER_LOST, 1, at(minute));
        }
        assertThat(guard.slowing(at(600))).isEqualTo(15);
    }

    @Test
    void each_calm_hour_brings_it_half_the_way_back() {
        for (int minute = 0; minute < 6; minute++) {
            guard.saw(HarmSign.METER_LOST, 1, at(minute));
        }
        assertThat(guard.slowing(at(6))).isEqualTo(8);
        assertThat(guard.slowing(at(64))).isEqualTo(8);
        assertThat(guard.slowing(at(65))).isEqualTo(4);
        assertThat(guard.slowing(at(126))).isEqualTo(2);
        assertThat(guard.slowing(at(600))).isEqualTo(1);
    }

    @Test
    void a_step_back_that_brings_the_signs_back_is_tried_again_after_twice_the_time() {
        guard.saw(HarmSign.LOSSES, 1, at(0));
        guard.saw(HarmSign.LOSSES, 1, at(1));
        assertThat(guard.slowing(at(60))).isEqualTo(4);
        assertThat(guard.slowing(at(61))).isEqualTo(2);
        guard.saw(HarmSign.LOSSES, 1, at(65));
        assertThat(guard.slowing(at(65 + 119))).isEqualTo(4);
        assertThat(guard.slowing(at(65 + 120))).isEqualTo(2);
        guard.saw(HarmSign.LOSSES, 1, at(190));
        assertThat(guard.slowing(at(190 + 239))).isEqualTo(4);
        assertThat(guard.slowing(at(190 + 240))).isEqualTo(2);
        assertThat(guard.slowing(at(190 + 480))).isEqualTo(1);
    }

    @Test
    void a_trial_that_went_well_for_long_is_forgotten() {
        guard.saw(HarmSign.LOSSES, 1, at(0));
        assertThat(guard.slowing(at(60))).isEqualTo(1);
        assertThat(guard.slowing(at(120))).isEqualTo(1);
        guard.saw(HarmSign.LOSSES, 1, at(121));
        assertThat(guard.slowing(at(180))).isEqualTo(2);
        assertThat(guard.slowing(at(181))).isEqualTo(1);
    }

    @Test
    void a_trial_is_made_once_a_day_at_least() {
        int minute = 0;
        for (int trial = 0; trial < 10; trial++) {
            guard.saw(HarmSign.LOSSES, 1, at(minute));
            minute += 24 * 60;
            assertThat(guard.slowing(at(minute))).isEqualTo(1);
        }
    }

    @Test
    void the_cause_is_known_as_long_as_it_is_slowed() {
        guard.saw(HarmSign.LOSSES, 1, at(0));
        guard.saw(HarmSign.MODE_FLIPPED, 1, at(1));
        assertThat(guard.cause(at(2))).isEqualTo(HarmSign.LOSSES);
        assertThat(guard.cause(at(61))).isNull();
    }

    @Test
    void what_cannot_be_slowed_is_counted_all_the_same() {
        guard.limit(1);
        guard.saw(HarmSign.LOSSES, 3, at(0));
        assertThat(guard.slowing(at(1))).isEqualTo(1);
        assertThat(guard.cause(at(1))).isNull();
        assertThat(guard.lastHour(at(1))).containsEntry(HarmSign.LOSSES, 3);
    }

    @Test
    void what_goes_on_slows_no_further_and_lets_nothing_come_back() {
        guard.saw(HarmSign.METER_GONE, 1, at(0));
        for (int minute = 5; minute < 300; minute += 5) {
            guard.goesOn(at(minute));
            assertThat(guard.slowing(at(minute))).isEqualTo(2);
        }
        assertThat(guard.slowing(at(295 + 59))).isEqualTo(2);
        assertThat(guard.slowing(at(295 + 60))).isEqualTo(1);
    }

    @Test
    void a_ticker_that_begins_below_zero_is_as_good() {
        long begin = Long.MIN_VALUE + 1;
        guard.saw(HarmSign.MODE_FLIPPED, 1, begin);
        guard.saw(HarmSign.MODE_FLIPPED, 1, begin + 1);
        assertThat(guard.slowing(begin + 2)).isEqualTo(2);
    }

    private static long at(int minute) {
        return Duration.ofMinutes(minute).toNanos();
    }
}
