package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may be told while others charge. */
class BudgetTest {
    private static final int WAITS = Integer.MAX_VALUE;

    private static Budget budget(double room, double first, double second) {
        var budget = new Budget(room, false);
        budget.draws("b1", first);
        budget.draws("b2", second);
        return budget;
    }

    @Test
    void less_is_always_allowed_and_more_as_far_as_it_fits() {
        assertThat(budget(2000, 1000, 800).allow("b1", -600)).isEqualTo(-600);
        assertThat(budget(2000, 1000, 800).allow("b1", 0)).isZero();
        assertThat(budget(2000, 1000, 800).allow("b2", -1000)).isEqualTo(-1000);
        assertThat(budget(2000, 1000, 0).allow("b2", -2500)).isEqualTo(-1000);
    }

    @Test
    void a_charge_too_small_to_be_worth_it_waits() {
        assertThat(budget(2000, 1930, 0).allow("b2", -500)).isEqualTo(WAITS);
        assertThat(budget(2000, 1000, 980).allow("b2", -1500)).isEqualTo(WAITS);
    }

    @Test
    void what_one_battery_is_given_is_not_there_for_the_next_and_one_is_raised_at_a_time() {
        var budget = budget(3000, 0, 0);
        assertThat(budget.allow("b1", -1000)).isEqualTo(-1000);
        assertThat(budget.allow("b2", -1000)).isEqualTo(WAITS);
        assertThat(new Budget(3000, true).allow("b1", -1000)).isEqualTo(WAITS);
    }

    @Test
    void it_is_over_as_soon_as_the_sum_is() {
        assertThat(budget(2000, 1000, 1000).over()).isFalse();
        assertThat(budget(2000, 1000, 1001).over()).isTrue();
    }
}
