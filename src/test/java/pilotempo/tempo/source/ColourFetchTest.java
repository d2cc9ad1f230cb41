package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import pilotempo.lifecycle.Signal;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourProblem.Kind;

/** One attempt, and somebody who does not wait for its end. */
class ColourFetchTest extends ColourServiceScene {
    private static final Instant NOON = Instant.parse("2025-01-14T11:00:00Z");

    private final ScriptedSource silent =
            new ScriptedSource(
                    "public",
                    (_, _) -> {
                        new Semaphore(0).acquire();
                        return List.of();
                    });

    @Test
    void who_is_waited_for_in_vain_is_a_problem_that_the_end_of_the_wait_does_not_hide()
            throws Exception {
        var fetch = fetch();
        var asking = asking(fetch);
        silent.awaitQuestion();

        fetch.late(NOON);
        asking.interrupt();
        asking.join();

        var problem = fetch.problem().orElseThrow();
        assertThat(problem.source()).isEqualTo("public");
        assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(problem.sentence()).doesNotContain("null");
    }

    @Test
    void nobody_is_late_when_nobody_is_asked() {
        var fetch = fetch();

        fetch.late(NOON);

        assertThat(fetch.problem()).isEmpty();
    }

    @Test
    void a_season_known_is_there_at_once_though_a_question_is_under_way() throws Exception {
        knownUntil(TODAY);
        var fetch = fetch();
        var asking = asking(fetch); // for tomorrow
        silent.awaitQuestion();

        fetch.attempt(NOON, new TempoSeason(2024));

        assertThat(asking.isAlive()).isTrue();
        assertThat(silent.questions).hasSize(1);
        asking.interrupt();
        asking.join();
    }

    private static Thread asking(ColourFetch fetch) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                fetch.attempt(NOON, AskingTimes.EARLY);
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private ColourFetch fetch() {
        var cache = new ColourCache(store, TODAY);
        return new ColourFetch(
                List.of(silent),
                cache,
                new MissingDays(new TempoClock(PARIS), cache),
                new AskingTimes(PARIS, new Random(1)),
                PARIS,
                new Signal());
    }
}
