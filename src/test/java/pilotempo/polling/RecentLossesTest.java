package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentLossesTest {
    private final RecentLosses losses = new RecentLosses();
    private final Absence absence = new Absence();
    private int minute;

    @Test
    void a_bad_half_hour_is_seen_after_any_number_of_good_days() {
        rounds(3 * 24 * 60, 4, 0);
        rounds(30, 4, 2);
        assertThat(losses.lossy()).isTrue();
        rounds(45, 4, 0);
        assertThat(losses.lossy()).isFalse();
        assertThat(losses.percent()).isZero();
    }

    @Test
    void a_share_between_the_thresholds_leaves_things_as_they_are() {
        rounds(60, 4, 1);
        assertThat(losses.lossy()).isFalse();
        rounds(60, 4, 2);
        assertThat(losses.lossy()).isTrue();
        rounds(60, 4, 1);
        assertThat(losses.lossy()).isTrue();
        rounds(60, 10, 1);
        assertThat(losses.lossy()).isFalse();
    }

    @Test
    void what_was_lost_while_it_was_away_says_nothing_of_the_link() {
        rounds(60, 4, 0);
        rounds(50, 4, 4);
        assertThat(losses.percent()).isZero();
        rounds(1, 4, 1);
        assertThat(losses.lossy()).isFalse();
        assertThat(losses.percent()).isLessThan(10);
    }

    @Test
    void rounds_missed_by_chance_count_when_it_answers_in_between() {
        for (int turn = 0; turn < 10; turn++) {
            rounds(2, 4, 4);
            rounds(1, 4, 0);
        }
        assertThat(losses.lossy()).isTrue();
        assertThat(losses.percent()).isBetween(66.0, 67.0);
    }

    @Test
    void of_a_battery_asked_once_an_hour_the_last_ten_requests_count() {
        for (int hour = 0; hour < 20; hour++) {
            minute += 59;
            rounds(1, 1, hour % 2);
        }
        assertThat(losses.lossy()).isTrue();
        assertThat(losses.percent()).isEqualTo(50);
    }

    @Test
    void a_few_requests_are_not_called_lossy() {
        rounds(2, 4, 3);
        assertThat(losses.lossy()).isFalse();
    }

    private void rounds(int times, int sent, int lost) {
        for (int round = 0; round < times; round++) {
            minute++;
            losses.add(absence.round(new Tally(sent, lost)), Duration.ofMinutes(minute).toNanos());
        }
    }
}
