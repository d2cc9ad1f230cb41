package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.sync.SyncState;

/** What is said of the whole house. */
class HouseRulesTest extends RuleScene {
    private static final long MEGA = 1 << 20;

    @Test
    void a_disk_is_low_below_500_mb_and_well_again_above_700() {
        world.free(499 * MEGA);
        assertThat(lookFor(Duration.ofMinutes(2))).containsExactly("raised disk-low");
        assertThat(words(Locale.FRANCE))
                .startsWith("Le disque est presque plein\u00a0: reste 520\u00a0Mo");
        world.free(650 * MEGA);
        assertThat(lookFor(Duration.ofHours(1))).isEmpty();
        world.free(701 * MEGA);
        assertThat(lookFor(Duration.ofMinutes(6))).containsExactly("over disk-low");
    }

    @Test
    void a_disk_that_can_not_be_measured_is_no_full_one() {
        world.free(null);
        assertThat(lookFor(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void recording_that_stops_for_two_minutes_is_told() {
        world.recording(false);
        assertThat(lookFor(Duration.ofSeconds(100))).isEmpty();
        assertThat(lookFor(Duration.ofMinutes(1))).containsExactly("raised not-recording");
        world.recording(true);
        assertThat(lookFor(Duration.ofMinutes(3))).containsExactly("over not-recording");
    }

    @Test
    void a_server_is_behind_after_six_hours_and_has_caught_up_below_a_quarter() {
        world.sync(waiting(now().minus(Duration.ofHours(5))));
        assertThat(lookFor(Duration.ofMinutes(50))).isEmpty();
        assertThat(lookFor(Duration.ofMinutes(20))).containsExactly("raised sync-behind");
        world.sync(waiting(now().minus(Duration.ofMinutes(30))));
        assertThat(lookFor(Duration.ofMinutes(5))).isEmpty();
        world.sync(waiting(now().minus(Duration.ofMinutes(2))));
        assertThat(lookFor(Duration.ofMinutes(2))).containsExactly("over sync-behind");
    }

    @Test
    void old_rows_that_are_on_their_way_as_after_an_import_are_not_behind() {
        var old = now().minus(Duration.ofDays(400));
        world.sync(pending(SyncState.Phase.CATCHING_UP, old));
        assertThat(lookFor(Duration.ofMinutes(30))).isEmpty();
        world.sync(waiting(old));
        assertThat(lookFor(Duration.ofMinutes(2))).containsExactly("raised sync-behind");
        world.sync(pending(SyncState.Phase.CATCHING_UP, old));
        assertThat(lookFor(Duration.ofMinutes(10))).isEmpty();
    }

    @Test
    void without_a_server_nothing_is_behind() {
        world.sync(SyncState.NONE);
        assertThat(lookFor(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void a_doubted_clock_is_given_ten_minutes_to_be_set() {
        world.clockDoubted(true);
        assertThat(lookFor(Duration.ofMinutes(9))).isEmpty();
        assertThat(lookFor(Duration.ofMinutes(2))).containsExactly("raised clock-doubted");
    }

    @Test
    void a_price_table_that_is_out_of_date_is_told_once() {
        startAt("2035-01-25T12:00");
        assertThat(lookFor(Duration.ofMinutes(1)))
                .containsExactly("raised prices-due d:2035-02-01");
        assertThat(words(Locale.UK))
                .contains("Prices usually change on Thursday 1 February, and the table");
        assertThat(lookFor(Duration.ofHours(12))).isEmpty();
        lookUntil("2035-02-01T12:00");
        assertThat(lasting())
                .singleElement()
                .satisfies(
                        alert ->
                                assertThat(
                                                new AlertWords(Locale.FRANCE, settings)
                                                        .begun(alert)
                                                        .sentence())
                                        .contains("ont d’ordinaire changé le jeudi 1er février"));
    }

    private static SyncState waiting(Instant oldest) {
        return pending(SyncState.Phase.WAITING, oldest);
    }

    private static SyncState pending(SyncState.Phase phase, Instant oldest) {
        var none = SyncState.NONE;
        return new SyncState(
                phase,
                none.server(),
                none.version(),
                "",
                none.encryption(),
                42,
                Optional.of(oldest),
                0,
                none.lastSuccess(),
                none.problem(),
                none.nextTry(),
                0,
                none.jobsProblem());
    }
}
