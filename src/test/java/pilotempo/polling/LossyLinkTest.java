package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.live.Diagnosis;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.PollSettings;

/** A battery asked each five minutes, whose pace nothing slows further. */
class LossyLinkTest extends PollingScene {
    private static final Duration PACE = Duration.ofMinutes(5);
    private static final Reply LOST = new Reply.Lost(Duration.ofSeconds(2));

    /** Each how-manyth request is answered; 0 = none. */
    private volatile int everyNth = 1;

    private int requests;

    private void begin() throws InterruptedException {
        var poll = PollSettings.DEFAULT;
        start(
                new PollSettings(
                        Optional.of(PACE),
                        poll.slowInterval(),
                        poll.gap(),
                        poll.timeout(),
                        poll.retries(),
                        true,
                        poll.bind(),
                        true),
                "salon");
        var salon = line("salon");
        salon.script =
                query ->
                        everyNth == 0 || ++requests % everyNth != 0
                                ? LOST
                                : query == Query.IDENTITY
                                        ? salon.identity(E3)
                                        : salon.answer(power(100, 50));
        Objects.requireNonNull(polling).start();
        manual.awaitWaiting(2);
    }

    private void rounds(int times) throws InterruptedException {
        for (int round = 0; round < times; round++) {
            roundOf(PACE);
        }
    }

    private Diagnosis diagnosis() {
        return state().link().diagnosis();
    }

    @Test
    void half_of_its_requests_lost_is_seen_in_a_program_that_has_run_for_a_day()
            throws InterruptedException {
        begin();
        rounds(24 * 12);
        assertThat(diagnosis()).isEqualTo(Diagnosis.GOOD);
        everyNth = 2;
        rounds(9);
        assertThat(diagnosis()).isEqualTo(Diagnosis.LOSSY);
        assertThat(state().link().lostLately()).isBetween(45.0, 55.0);
        everyNth = 1;
        rounds(9);
        assertThat(diagnosis()).isEqualTo(Diagnosis.GOOD);
    }

    @Test
    void after_an_outage_of_an_hour_it_answers_well_from_its_first_answer()
            throws InterruptedException {
        begin();
        rounds(3);
        everyNth = 0;
        rounds(10);
        assertThat(diagnosis()).isEqualTo(Diagnosis.SILENT);
        everyNth = 1;
        for (int round = 0; round < 12; round++) {
            rounds(1);
            assertThat(diagnosis()).isEqualTo(Diagnosis.GOOD);
        }
        assertThat(state().link().lostLately()).isZero();
        assertThat(state().link().lostPercent()).isGreaterThan(30);
    }
}
