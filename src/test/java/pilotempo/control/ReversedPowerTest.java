package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.control.ReversedPower.Trust;
import pilotempo.history.testing.MemoryHistory;

/** What a plan may order of a battery after its power came out reversed. */
class ReversedPowerTest {
    private static final Mac BATTERY = new Mac("02005e000001");
    private static final Instant EVENING = Instant.parse("2026-01-05T21:06:00Z");

    private final MemoryHistory history = new MemoryHistory();
    private final ReversedPower reversed = new ReversedPower(history.facts());

    private Trust after(Instant last, Duration since) {
        return reversed.of(BATTERY, last.plus(since));
    }

    @Test
    void it_rests_then_is_tried_with_little() {
        assertThat(after(EVENING, Duration.ZERO)).isEqualTo(new Trust.Full());
        reversed.happened(BATTERY, EVENING);
        assertThat(after(EVENING, Duration.ZERO).mostW()).isZero();
        assertThat(after(EVENING, Duration.ofMinutes(19)).mostW()).isZero();
        assertThat(after(EVENING, Duration.ofMinutes(20)).mostW()).isEqualTo(300);
        assertThat(after(EVENING, Duration.ofDays(20)).mostW()).isEqualTo(300);
    }

    @Test
    void twice_in_a_night_is_enough_and_the_next_night_begins_with_little() {
        var again = EVENING.plus(Duration.ofMinutes(21));
        reversed.happened(BATTERY, EVENING);
        reversed.happened(BATTERY, again);
        assertThat(after(again, Duration.ofHours(8)).mostW()).isZero();
        assertThat(after(EVENING, Duration.ofHours(24)).mostW()).isEqualTo(300);

        var nextNight = EVENING.plus(Duration.ofHours(24));
        reversed.happened(BATTERY, nextNight);
        assertThat(after(nextNight, Duration.ofMinutes(20)).mostW()).isEqualTo(300);
    }

    @Test
    void the_last_minutes_of_a_night_do_not_reach_into_the_next() {
        var late = Instant.parse("2026-01-06T04:20:00Z");
        reversed.happened(BATTERY, late);
        reversed.happened(BATTERY, late.plus(Duration.ofMinutes(21)));
        assertThat(reversed.of(BATTERY, EVENING.plus(Duration.ofDays(1))))
                .isEqualTo(new Trust.Trial());
    }

    @Test
    void a_clock_that_was_set_back_does_not_stop_it_for_years() {
        reversed.happened(BATTERY, Instant.parse("2036-01-05T21:00:00Z"));
        assertThat(reversed.of(BATTERY, EVENING)).isEqualTo(new Trust.Trial());
        reversed.happened(BATTERY, EVENING);
        assertThat(after(EVENING, Duration.ofMinutes(5)).mostW()).isZero();
    }

    @Test
    void what_an_earlier_version_kept_is_understood_and_what_nobody_wrote_ends_in_a_trial() {
        history.facts().keep("reversed.02005e000001", EVENING.toString());
        assertThat(after(EVENING, Duration.ofMinutes(5)).mostW()).isZero();
        history.facts().keep("reversed.02005e000001", "yes");
        assertThat(reversed.of(BATTERY, EVENING)).isEqualTo(new Trust.Trial());
    }

    @Test
    void forgiven_it_may_do_all() {
        reversed.happened(BATTERY, EVENING);
        reversed.forgive(BATTERY);
        reversed.forgive(BATTERY);
        assertThat(after(EVENING, Duration.ZERO)).isEqualTo(new Trust.Full());
    }
}
