package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseChoiceTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T18:42:00Z, 2026-01-07T05:00:00Z",
        "2026-01-07T01:00:00Z, 2026-01-07T05:00:00Z",
        "2026-01-07T05:00:00Z, 2026-01-08T05:00:00Z",
        "2026-03-28T20:00:00Z, 2026-03-29T04:00:00Z",
        "2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z"
    })
    void until_the_morning_is_the_next_six_o_clock_of_the_local_clock(Instant now, Instant until) {
        assertThat(PauseChoice.MORNING.until(now, PARIS)).contains(until);
    }

    @Test
    void hours_are_hours_and_without_limit_there_is_no_end() {
        assertThat(PauseChoice.HOURS_4.until(Plans.NOW, PARIS))
                .contains(Plans.NOW.plusSeconds(14_400));
        assertThat(PauseChoice.OPEN.until(Plans.NOW, PARIS)).isEmpty();
    }
}
