package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.tempo.source.ScriptedSource.failing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import pilotempo.lifecycle.ManualTime;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.tempo.source.ScriptedSource.Question;

/** The service: its start, its thread, its patience and its end. */
class ColourServiceTest extends ColourServiceScene {
    @Test
    void at_the_first_start_the_whole_season_is_asked_for_in_one_question() throws Exception {
        var source = new ScriptedSource("public", this::tell);
        var service = started("2025-01-14T12:00:00Z", source);

        awaitChange();

        assertThat(source.questions).containsExactly(new Question(FIRST, TOMORROW));
        assertThat(service.season(new TempoSeason(2024))).hasSize(137).doesNotHaveDuplicates();
        assertThat(service.day(TOMORROW))
                .isEqualTo(
                        new DayColour(
                                TOMORROW,
                                TempoColour.RED,
                                Status.CONFIRMED,
                                "public",
                                Instant.parse("2025-01-14T12:00:00Z")));
        assertThat(store.days).hasSize(137);
        assertThat(service.lastSuccess()).contains(Instant.parse("2025-01-14T12:00:00Z"));
        assertThat(service.lastProblem()).isEmpty();
    }

    @Test
    void what_is_told_before_eleven_is_provisional_and_asked_again_after() throws Exception {
        knownUntil(TODAY);
        var source =
                new ScriptedSource(
                        "rte",
                        (_, _) -> List.of(new ToldColour(TOMORROW, TempoColour.WHITE, false)));
        var time = ManualTime.at("2025-01-14T09:45:00Z");
        var service = started(time, source);
        awaitChange();
        assertThat(service.day(TOMORROW).status()).isEqualTo(Status.PROVISIONAL);
        assertThat(service.day(TOMORROW).colour()).isEqualTo(TempoColour.WHITE);
        time.awaitWaiting(1);

        source.answers(this::tell);
        time.advance(Duration.ofMinutes(21)); // 11:06
        awaitChange();

        assertThat(service.day(TOMORROW).status()).isEqualTo(Status.CONFIRMED);
        assertThat(service.day(TOMORROW).colour()).isEqualTo(TempoColour.RED);
        assertThat(store.days.get(TOMORROW)).isEqualTo(service.day(TOMORROW));
        assertThat(source.questions)
                .containsExactly(
                        new Question(TOMORROW, TOMORROW), new Question(TOMORROW, TOMORROW));
    }

    @Test
    void a_colour_that_changes_on_the_eve_is_seen_before_the_night() throws Exception {
        knownUntil(TODAY);
        var source =
                new ScriptedSource(
                        "public",
                        (_, _) -> List.of(new ToldColour(TOMORROW, TempoColour.BLUE, false)));
        var time = ManualTime.at("2025-01-14T16:08:00Z"); // 17:08
        var service = started(time, source);
        awaitChange();
        assertThat(service.day(TOMORROW).status()).isEqualTo(Status.CONFIRMED);

        liveOn(time, Duration.ofMinutes(30));
        assertThat(source.questions).as("17:05 may have told another").hasSize(2);
        source.answers(this::tell);
        liveOn(time, Duration.ofHours(3)); // 20:38
        assertThat(service.day(TOMORROW).colour()).isEqualTo(TempoColour.RED);
        assertThat(source.questions).hasSize(3);

        liveOn(time, Duration.ofHours(13)); // 09:38
        assertThat(source.questions).as("the night is left in peace").hasSize(3);
    }

    private static void liveOn(ManualTime time, Duration howLong) throws InterruptedException {
        for (long minute = 0; minute < howLong.toMinutes(); minute++) {
            time.awaitWaiting(1);
            time.advance(Duration.ofMinutes(1));
        }
        time.awaitWaiting(1);
    }

    @Test
    void a_colour_of_the_fallback_rule_is_provisional_until_the_day_is_past() throws Exception {
        knownUntil(TODAY);
        var source =
                new ScriptedSource(
                        "rte", (from, _) -> List.of(new ToldColour(from, TempoColour.RED, true)));
        var service = opened("2025-01-14T14:00:00Z", source);
        service.refreshNow();
        assertThat(service.day(TOMORROW).status()).isEqualTo(Status.PROVISIONAL);
        service.close();

        var nextDay = opened("2025-01-15T14:00:00Z", source);
        nextDay.refreshNow();
        assertThat(nextDay.day(TOMORROW).status()).isEqualTo(Status.PROVISIONAL);
        nextDay.close();

        var dayAfter = opened("2025-01-16T14:00:00Z", source);
        dayAfter.refreshNow();
        assertThat(dayAfter.day(TOMORROW).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void without_network_what_was_stored_is_known_and_the_rest_is_unknown_never_blue()
            throws Exception {
        knownUntil(TODAY);
        var source = new ScriptedSource("public", failing(Kind.UNREACHABLE));
        var service = started("2025-01-14T12:00:00Z", source);
        awaitChange();

        assertThat(service.day(TODAY).colour()).isEqualTo(TempoColour.RED);
        assertThat(service.day(TOMORROW)).isEqualTo(DayColour.unknown(TOMORROW));
        var sunday = LocalDate.of(2025, 1, 19);
        assertThat(service.day(sunday)).isEqualTo(DayColour.unknown(sunday));
        assertThat(store.days).hasSize(136);
        assertThat(service.lastSuccess()).contains(Instant.EPOCH);
        assertThat(service.lastProblem())
                .contains(
                        new ColourProblem(
                                "public",
                                Kind.UNREACHABLE,
                                "It is UNREACHABLE.",
                                Instant.parse("2025-01-14T12:00:00Z")));
    }

    @Test
    void after_a_failure_it_is_asked_again_by_itself_and_the_problem_is_over() throws Exception {
        var source = new ScriptedSource("public", failing(Kind.UNREACHABLE));
        var time = ManualTime.at("2025-01-14T12:00:00Z");
        var service = started(time, source);
        awaitChange();
        source.answers(this::tell);

        time.awaitWaiting(1);
        time.advance(Duration.ofMinutes(2));
        awaitChange();

        assertThat(service.lastProblem()).isEmpty();
        assertThat(service.day(TOMORROW).colour()).isEqualTo(TempoColour.RED);
    }

    @Test
    void a_bug_in_a_source_does_not_end_the_asking() throws Exception {
        var source =
                new ScriptedSource(
                        "public",
                        (_, _) -> {
                            throw new IllegalStateException("deliberate, for the test");
                        });
        var time = ManualTime.at("2025-01-14T12:00:00Z");
        started(time, source);
        source.awaitQuestion();
        source.answers(this::tell);

        time.awaitWaiting(1);
        time.advance(Duration.ofMinutes(2));

        awaitChange();
    }

    @Test
    void closing_ends_the_thread_even_while_a_source_keeps_it_waiting() throws Exception {
        var source =
                new ScriptedSource(
                        "public",
                        (_, _) -> {
                            new Semaphore(0).acquire();
                            return List.of();
                        });
        var service = started("2025-01-14T12:00:00Z", source);
        source.awaitQuestion();

        service.close();

        var asker = Objects.requireNonNull(source.asker);
        assertThat(asker.getName()).isEqualTo("tempo-colours");
        assertThat(asker.isAlive()).isFalse();
    }
}
