package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossGaugeTest {
    private final LossGauge gauge = new LossGauge();

    @Test
    void two_of_five_lost_is_borne_and_half_is_too_much() {
        assertThat(yes(100, new Tally(5, 2))).isZero();
        assertThat(yes(100, new Tally(4, 2))).isPositive();
    }

    @Test
    void a_few_requests_decide_nothing() {
        assertThat(yes(7, new Tally(4, 3))).isZero();
        assertThat(yes(1, new Tally(4, 3))).isOne();
    }

    @Test
    void having_said_so_it_begins_anew() {
        assertThat(yes(80, new Tally(3, 2))).isEqualTo(8);
    }

    private int yes(int rounds, Tally tally) {
        int count = 0;
        for (int round = 0; round < rounds; round++) {
            count += gauge.tooLossy(tally) ? 1 : 0;
        }
        return count;
    }
}
