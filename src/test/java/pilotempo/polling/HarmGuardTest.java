package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pilotempo.live.HarmSign;

class HarmGuardTest {
    private final HarmGuard guard = new HarmGuard();

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
        assertThat(guard.slowing(at(600))).isEqualTo(16);
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
