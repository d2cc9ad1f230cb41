package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pilotempo.history.AlertEntry;

/** One episode at a time, across restarts, by the ticker. */
class EpisodesTest {
    private static final Instant NOON = Instant.parse("2025-01-09T11:00:00Z");
    private static final Arg SALON = new Arg.Battery("salon");

    private final Episodes episodes = new Episodes(List.of(), UUID::randomUUID);

    @Test
    void a_condition_must_hold_without_a_break_for_its_time() {
        assertThat(take(episodes, AlertKind.LINK_BAD, wrong(), 0)).isEmpty();
        assertThat(take(episodes, AlertKind.LINK_BAD, new Sighting.Fine(), 10)).isEmpty();
        assertThat(take(episodes, AlertKind.LINK_BAD, wrong(), 11)).isEmpty();
        assertThat(take(episodes, AlertKind.LINK_BAD, wrong(), 25)).isEmpty();
        assertThat(take(episodes, AlertKind.LINK_BAD, wrong(), 26)).hasSize(1);
    }

    @Test
    void a_clock_that_jumps_makes_nothing_last_longer() {
        take(episodes, AlertKind.LINK_BAD, wrong(), 0);
        var changes =
                episodes.take(
                        AlertKind.LINK_BAD,
                        List.of(new Sighting(AlertKind.LINK_BAD, SALON, null, wrong())),
                        NOON.plus(Duration.ofDays(300)),
                        Duration.ofMinutes(1).toNanos());
        assertThat(changes).isEmpty();
    }

    @Test
    void an_episode_of_an_earlier_run_goes_on_and_ends_once() {
        var raised = take(episodes, AlertKind.BATTERY_AWAY, wrong(), 0).getFirst().alert();

        var next = new Episodes(List.of(raised), UUID::randomUUID);
        assertThat(take(next, AlertKind.BATTERY_AWAY, wrong(), 0)).isEmpty();
        assertThat(take(next, AlertKind.BATTERY_AWAY, new Sighting.Unclear(), 5)).isEmpty();
        assertThat(take(next, AlertKind.BATTERY_AWAY, new Sighting.Fine(), 6)).isEmpty();
        var over = take(next, AlertKind.BATTERY_AWAY, new Sighting.Fine(), 9);
        assertThat(over)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.alert().id()).isEqualTo(raised.id());
                            assertThat(change.alert().resolvedAt()).isNotNull();
                        });
        assertThat(take(next, AlertKind.BATTERY_AWAY, new Sighting.Fine(), 20)).isEmpty();
    }

    @Test
    void an_end_before_its_beginning_is_at_its_beginning() {
        var raised = take(episodes, AlertKind.BATTERY_AWAY, wrong(), 0).getFirst().alert();
        var changes = episodes.take(AlertKind.BATTERY_AWAY, List.of(), NOON.minusSeconds(3600), 1);
        assertThat(changes.getFirst().alert().resolvedAt()).isEqualTo(raised.raisedAt());
    }

    @Test
    void a_battery_that_left_the_settings_takes_its_episode_with_it() {
        take(episodes, AlertKind.BATTERY_AWAY, wrong(), 0);
        var changes = episodes.take(AlertKind.BATTERY_AWAY, List.of(), NOON, 1);
        assertThat(changes)
                .singleElement()
                .isEqualTo(new Episodes.Over(changes.getFirst().alert(), false));
        assertThat(episodes.lasting()).isEmpty();
    }

    @Test
    void a_kind_of_another_version_ends_without_a_word() {
        var strange =
                new AlertEntry(
                        UUID.randomUUID(), "of-tomorrow", null, NOON, null, true, false, List.of());
        var next = new Episodes(List.of(strange), UUID::randomUUID);
        assertThat(next.endUnknown(Set.of("battery-away"), NOON))
                .singleElement()
                .isInstanceOfSatisfying(
                        Episodes.Over.class, over -> assertThat(over.told()).isFalse());
    }

    @Test
    void who_has_seen_it_is_remembered_through_later_changes() {
        var raised = take(episodes, AlertKind.BATTERY_AWAY, wrong(), 0).getFirst().alert();
        assertThat(episodes.seen(raised.id())).isNotNull();
        var altered =
                take(
                        episodes,
                        AlertKind.BATTERY_AWAY,
                        new Sighting.Wrong(true, List.of(Arg.count(3))),
                        1);
        assertThat(altered.getFirst().alert().seen()).isTrue();
        assertThat(altered.getFirst()).isInstanceOf(Episodes.Altered.class);
        assertThat(episodes.seen(UUID.randomUUID())).isNull();
    }

    private static Sighting.Wrong wrong() {
        return new Sighting.Wrong(false, List.of());
    }

    private static List<Episodes.Change> take(
            Episodes episodes, AlertKind kind, Sighting.Verdict verdict, int minute) {
        var at = Duration.ofMinutes(minute);
        return episodes.take(
                kind,
                List.of(new Sighting(kind, SALON, null, verdict)),
                NOON.plus(at),
                at.toNanos());
    }
}
