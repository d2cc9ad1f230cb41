package pilotempo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.history.HistoryEvent;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.ui.testing.StillEngine;

class EventWatchTest {
    private final StillEngine fleet = StillEngine.of(2);
    private final List<HistoryEvent> events = new ArrayList<>();
    private final EventWatch watch = new EventWatch(() -> StillEngine.NOW, events::add);

    @Test
    void what_was_so_at_the_start_is_no_event() {
        fleet.silent("garage");
        look();
        look();
        assertThat(events).isEmpty();
    }

    @Test
    void a_battery_that_falls_silent_and_answers_again_is_told_once_each() {
        look();
        var well = fleet.fleet();
        fleet.silent("salon", Diagnosis.UNREACHABLE);
        look();
        look();
        assertThat(events)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.kind()).isEqualTo(HistoryEvent.Kind.OFFLINE);
                            assertThat(event.battery())
                                    .isEqualTo(well.battery("salon").orElseThrow().mac());
                            assertThat(event.detail()).isEqualTo("UNREACHABLE");
                        });
        watch.look(well);
        assertThat(events)
                .extracting(HistoryEvent::kind)
                .containsExactly(HistoryEvent.Kind.OFFLINE, HistoryEvent.Kind.ONLINE);
    }

    @Test
    void another_mode_is_told_with_the_one_before() {
        look();
        var passive = Observation.builder().mode(OperatingMode.PASSIVE).build();
        var changed =
                fleet.fleet()
                        .change(
                                "salon",
                                battery ->
                                        battery.learn(
                                                passive, StillEngine.NOW, Duration.ofMinutes(1)));
        watch.look(changed);
        assertThat(events)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.kind()).isEqualTo(HistoryEvent.Kind.MODE_SEEN);
                            assertThat(event.mode()).isEqualTo(OperatingMode.PASSIVE);
                            assertThat(event.detail()).startsWith("was ");
                        });
    }

    @Test
    void an_empty_fleet_tells_nothing() {
        watch.look(FleetSnapshot.EMPTY);
        assertThat(events).isEmpty();
    }

    private void look() {
        watch.look(fleet.fleet());
    }
}
