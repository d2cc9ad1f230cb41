package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.history.KnownBattery;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.RestTest;
import pilotempo.marstek.LineCounts;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.PollSettings;

class HarmTest extends PollingScene {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private volatile boolean meter = true;
    private volatile OperatingMode mode = OperatingMode.AUTO;

    private void begin() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.script =
                query ->
                        query == Query.IDENTITY
                                ? new Reply.Answered(
                                        Observation.NOTHING,
                                        Optional.of(E3),
                                        manual.time().now(),
                                        Duration.ofMillis(120),
                                        "{}")
                                : query == Query.METER
                                        ? salon.answer(
                                                Observation.builder().ctConnected(meter).build())
                                        : query == Query.MODE
                                                ? salon.answer(
                                                        Observation.builder().mode(mode).build())
                                                : salon.answer(power(100, 50));
        Objects.requireNonNull(polling).start();
        manual.awaitWaiting(2);
    }

    private Harm harm() {
        return state().link().harm();
    }

    @Test
    void a_meter_lost_twice_within_the_hour_halves_the_pace_and_a_calm_hour_brings_it_back()
            throws InterruptedException {
        begin();
        for (int loss = 0; loss < 2; loss++) {
            meter = true;
            roundOf(MINUTE);
            meter = false;
            roundOf(MINUTE);
        }
        assertThat(harm().lastHour()).containsEntry(HarmSign.METER_LOST, 2);
        assertThat(harm().slowing()).isEqualTo(2);
        meter = true;
        roundOf(Duration.ofMinutes(2));
        assertThat(state().link().pace()).isEqualTo(Duration.ofMinutes(2));
        for (int round = 0; round < 31; round++) {
            roundOf(Duration.ofMinutes(2));
        }
        assertThat(harm().slowing()).isEqualTo(1);
        assertThat(state().link().pace()).isEqualTo(MINUTE);
    }

    @Test
    void a_meter_that_stays_lost_slows_once_and_is_told_until_it_returns()
            throws InterruptedException {
        begin();
        roundOf(MINUTE);
        meter = false;
        rounds(13, MINUTE);
        assertThat(harm().cause()).isEqualTo(HarmSign.METER_GONE);
        rounds(120, TWO_MINUTES);
        assertThat(harm().lastHour()).containsEntry(HarmSign.METER_GONE, 1);
        assertThat(harm().slowing()).isEqualTo(2);
        assertThat(state().link().pace()).isEqualTo(TWO_MINUTES);

        meter = true;
        rounds(3, TWO_MINUTES);
        assertThat(harm().lastHour()).isEmpty();
        assertThat(harm().slowing()).isEqualTo(2);
        rounds(30, TWO_MINUTES);
        assertThat(harm().slowing()).isEqualTo(1);
        assertThat(state().link().pace()).isEqualTo(MINUTE);
    }

    @Test
    void a_meter_that_never_was_there_is_not_missed() throws InterruptedException {
        meter = false;
        begin();
        rounds(30, MINUTE);
        assertThat(harm()).isEqualTo(Harm.NONE);
    }

    @Test
    void a_meter_that_an_earlier_run_heard_this_week_is_missed() throws InterruptedException {
        remembered("2026-11-20");
        meter = false;
        begin();
        rounds(10, MINUTE);
        assertThat(harm().cause()).isEqualTo(HarmSign.METER_GONE);
    }

    @Test
    void a_meter_that_was_heard_a_week_ago_for_the_last_time_is_not() throws InterruptedException {
        remembered("2026-11-18");
        meter = false;
        begin();
        rounds(20, MINUTE);
        assertThat(harm()).isEqualTo(Harm.NONE);
    }

    @Test
    void that_the_meter_is_heard_is_remembered() throws InterruptedException {
        remembered("2026-11-18");
        begin();
        rounds(2, MINUTE);
        assertThat(history.facts().get("meter-heard." + MAC.hex())).contains("2026-11-25");
    }

    private void remembered(String day) {
        history.remember(
                new KnownBattery(
                        MAC, "salon", "salon", "VenusE 3.0", 150, Set.of(), manual.time().now()));
        history.facts().keep("meter-heard." + MAC.hex(), day);
    }

    private void rounds(int times, Duration pace) throws InterruptedException {
        for (int round = 0; round < times; round++) {
            roundOf(pace);
        }
    }

    @Test
    void a_mode_that_nobody_here_ordered_is_a_flip_and_an_ordered_one_is_not()
            throws InterruptedException {
        begin();
        mode = OperatingMode.MANUAL;
        line("salon").counts = new LineCounts(9, 9, 0, 0, 0, 0, 0, 1);
        roundOf(MINUTE);
        assertThat(harm().lastHour()).isEmpty();
        mode = OperatingMode.AUTO;
        roundOf(MINUTE);
        assertThat(harm().lastHour()).containsEntry(HarmSign.MODE_FLIPPED, 1);
    }

    @Test
    void the_end_of_a_given_power_is_no_flip() throws InterruptedException {
        begin();
        line("salon").counts = new LineCounts(9, 9, 0, 0, 0, 0, 0, 1);
        mode = OperatingMode.PASSIVE;
        roundOf(MINUTE);
        mode = OperatingMode.AUTO;
        roundOf(MINUTE);
        assertThat(harm().lastHour()).isEmpty();
    }

    @Test
    void with_adaptive_off_signs_are_told_but_the_pace_is_kept() throws InterruptedException {
        var poll = PollSettings.DEFAULT;
        start(
                new PollSettings(
                        poll.interval(),
                        poll.slowInterval(),
                        poll.gap(),
                        poll.timeout(),
                        poll.retries(),
                        false,
                        poll.bind(),
                        poll.discovery()),
                "salon");
        var salon = line("salon");
        salon.script = _ -> salon.answer(power(100, 50));
        Objects.requireNonNull(polling).start();
        manual.awaitWaiting(2);
        salon.counts = new LineCounts(9, 9, 0, 0, 500, 0, 0, 0);
        roundOf(MINUTE);
        roundOf(MINUTE);
        assertThat(harm().lastHour()).containsKey(HarmSign.FOREIGN_REPLIES);
        assertThat(state().link().pace()).isEqualTo(MINUTE);
    }

    @Test
    void a_resting_battery_is_not_asked_for_half_an_hour_and_then_compared()
            throws InterruptedException {
        begin();
        roundOf(MINUTE);
        meter = false;
        roundOf(MINUTE);
        int asked = line("salon").asked.size();
        Objects.requireNonNull(polling).restTest("salon");
        await().until(() -> harm().rest() != null);
        manual.awaitWaiting(2);
        manual.advance(Duration.ofMinutes(29));
        manual.awaitWaiting(2);
        assertThat(line("salon").asked).hasSize(asked);
        meter = true;
        roundOf(MINUTE);
        roundOf(MINUTE);
        roundOf(MINUTE);
        var rest = Objects.requireNonNull(harm().rest());
        assertThat(rest.verdict()).isEqualTo(RestTest.Verdict.HELPED);
        assertThat(rest.before().meterHeard()).isFalse();
    }

    @Test
    void a_rest_that_is_ended_early_goes_back_to_asking() throws InterruptedException {
        begin();
        Objects.requireNonNull(polling).restTest("salon");
        await().until(() -> harm().rest() != null);
        manual.awaitWaiting(2);
        int asked = line("salon").asked.size();
        Objects.requireNonNull(polling).endRestTest("salon");
        await().until(() -> line("salon").asked.size() > asked);
        await().until(
                        () ->
                                Objects.requireNonNull(harm().rest()).verdict()
                                        == RestTest.Verdict.ENDED);
    }

    @Test
    void a_battery_that_was_well_is_said_to_have_been() throws InterruptedException {
        begin();
        roundOf(MINUTE);
        Objects.requireNonNull(polling).restTest("salon");
        await().until(() -> harm().rest() != null);
        manual.awaitWaiting(2);
        for (int round = 0; round < 3; round++) {
            roundOf(round == 0 ? Resting.LASTS : MINUTE);
        }
        assertThat(Objects.requireNonNull(harm().rest()).verdict())
                .isEqualTo(RestTest.Verdict.WAS_WELL);
    }
}
