package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pilotempo.live.HarmSign;

class MeterWatchTest {
    private final MeterWatch meter = new MeterWatch(false);

    @Test
    void a_meter_that_goes_is_a_flip_and_after_ten_minutes_gone_once() {
        assertThat(meter.told(true, at(0))).isEmpty();
        assertThat(meter.told(false, at(1))).contains(HarmSign.METER_LOST);
        assertThat(meter.told(false, at(10))).isEmpty();
        assertThat(meter.gone()).isFalse();
        assertThat(meter.told(false, at(11))).contains(HarmSign.METER_GONE);
        assertThat(meter.told(false, at(300))).isEmpty();
        assertThat(meter.gone()).isTrue();
        assertThat(meter.told(true, at(301))).isEmpty();
        assertThat(meter.gone()).isFalse();
    }

    @Test
    void one_that_comes_back_in_between_is_not_gone() {
        meter.told(true, at(0));
        meter.told(false, at(1));
        meter.told(true, at(9));
        meter.told(false, at(10));
        assertThat(meter.told(false, at(19))).isEmpty();
        assertThat(meter.told(false, at(20))).contains(HarmSign.METER_GONE);
    }

    @Test
    void one_that_never_was_there_is_no_sign() {
        for (int minute = 0; minute < 600; minute++) {
            assertThat(meter.told(false, at(minute))).isEmpty();
        }
        assertThat(meter.gone()).isFalse();
    }

    @Test
    void one_of_an_earlier_run_is_missed() {
        var known = new MeterWatch(true);
        assertThat(known.heard()).isNull();
        assertThat(known.told(false, at(0))).isEmpty();
        assertThat(known.told(false, at(10))).contains(HarmSign.METER_GONE);
    }

    private static long at(int minute) {
        return Duration.ofMinutes(minute).toNanos();
    }
}
