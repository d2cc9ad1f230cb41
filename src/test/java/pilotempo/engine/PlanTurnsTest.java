package pilotempo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pilotempo.automation.BatteryStanding;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.PlanState;
import pilotempo.planning.Plan;

class PlanTurnsTest {
    private static final Instant NOW = Instant.parse("2025-01-09T21:05:00Z");

    private final AtomicInteger turns = new AtomicInteger();
    private PlanState state = PlanState.OFF;
    private final PlanTurns listener = new PlanTurns(() -> state, turns::incrementAndGet);

    @Test
    void a_plan_made_anew_is_no_news_and_how_a_battery_stands_to_it_is() {
        show(NOW, false, Standing.COMMANDED);
        assertThat(turns).hasValue(1);
        show(NOW.plusSeconds(5), false, Standing.COMMANDED);
        show(NOW.plusSeconds(10), false, Standing.COMMANDED);
        assertThat(turns).hasValue(1);
        show(NOW.plusSeconds(15), false, Standing.FAILING);
        assertThat(turns).hasValue(2);
        show(NOW.plusSeconds(20), true, Standing.FAILING);
        assertThat(turns).hasValue(3);
    }

    private void show(Instant at, boolean paused, Standing standing) {
        state =
                new PlanState(
                        "tempo",
                        true,
                        paused,
                        null,
                        false,
                        null,
                        false,
                        false,
                        Optional.of(
                                new Plan(
                                        "tempo",
                                        at,
                                        at.plus(Duration.ofHours(36)),
                                        List.of(),
                                        Optional.empty())),
                        List.of(new BatteryStanding("salon", standing, at, "")),
                        Optional.empty());
        listener.run();
    }
}
