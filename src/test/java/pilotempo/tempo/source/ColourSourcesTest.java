package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.tempo.source.ScriptedSource.failing;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.Secret;
import pilotempo.settings.TempoSettings;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.tempo.source.ScriptedSource.Question;
import pilotempo.web.testing.FakeApi;

/** Who is asked for what, and what is believed. */
class ColourSourcesTest extends ColourServiceScene {
    @Test
    void tomorrow_not_published_stays_unknown_and_is_no_problem() throws Exception {
        knownUntil(TODAY);
        var source = new ScriptedSource("rte", failing(Kind.NOT_YET));
        var other = new ScriptedSource("public", this::tell);
        var service = opened("2025-01-14T09:50:00Z", source, other);

        service.refreshNow();

        assertThat(service.day(TOMORROW)).isEqualTo(DayColour.unknown(TOMORROW));
        assertThat(service.lastProblem()).isEmpty();
        assertThat(other.questions).isEmpty();
    }

    @Test
    void an_answer_without_the_colour_of_today_is_a_problem() throws Exception {
        knownUntil(TODAY.minusDays(1));
        var source = new ScriptedSource("public", (_, _) -> List.of());
        var service = opened("2025-01-14T12:00:00Z", source);
        service.refreshNow();
        assertThat(service.lastProblem().orElseThrow().sentence()).contains("2025-01-14");

        source.answers(failing(Kind.NOT_YET));
        service.refreshNow();
        assertThat(service.lastProblem().orElseThrow().kind()).isEqualTo(Kind.NOT_YET);
        assertThat(service.day(TODAY)).isEqualTo(DayColour.unknown(TODAY));
    }

    @Test
    void where_rte_fails_the_public_api_is_asked_and_the_problem_is_still_said() throws Exception {
        var rte = new ScriptedSource("rte", failing(Kind.UNAUTHORISED));
        var other = new ScriptedSource("public", this::tell);
        var service = opened("2025-01-14T12:00:00Z", rte, other);

        service.refreshNow();

        assertThat(service.day(TODAY).source()).isEqualTo("public");
        assertThat(service.lastProblem().map(ColourProblem::source)).contains("rte");
        assertThat(service.lastSuccess()).isPresent();
    }

    @Test
    void a_past_day_that_rte_does_not_know_is_asked_of_the_public_api_alone() throws Exception {
        var hole = LocalDate.of(2024, 12, 28);
        var rte =
                new ScriptedSource(
                        "rte",
                        (from, last) ->
                                tell(from, last).stream()
                                        .filter(day -> !day.date().equals(hole))
                                        .toList());
        var other = new ScriptedSource("public", this::tell);
        var service = opened("2025-01-14T12:00:00Z", rte, other);

        service.refreshNow();

        assertThat(other.questions).containsExactly(new Question(hole, hole));
        assertThat(service.season(new TempoSeason(2024))).hasSize(137);
        assertThat(service.lastProblem()).isEmpty();
    }

    @Test
    void most_of_a_season_missing_is_not_asked_of_another_source_that_was_not_chosen()
            throws Exception {
        var rte = new ScriptedSource("rte", (_, last) -> tell(last.minusDays(1), last));
        var other = new ScriptedSource("public", this::tell);
        var service = opened("2025-01-14T12:00:00Z", rte, other);

        service.refreshNow();

        assertThat(other.questions).isEmpty();
        assertThat(service.season(new TempoSeason(2024))).hasSize(2);
    }

    @Test
    void a_source_that_tells_all_but_the_present_is_no_reason_not_to_ask_the_other_one()
            throws Exception {
        var rte = new ScriptedSource("rte", (_, _) -> List.of());
        var other = new ScriptedSource("public", this::tell);
        var service = opened("2025-01-14T04:00:00Z", rte, other); // 05:00: the 13th still runs

        service.refreshNow();

        assertThat(other.questions).containsExactly(new Question(TODAY.minusDays(1), TODAY));
        assertThat(service.day(TODAY).source()).isEqualTo("public");
        assertThat(service.lastProblem().map(ColourProblem::source)).contains("rte");
    }

    @Test
    void a_season_just_asked_for_in_vain_is_not_asked_for_again_by_who_wants_to_see_it()
            throws Exception {
        var source = new ScriptedSource("public", failing(Kind.LIMITED));
        var service = opened("2025-01-14T12:00:00Z", source);

        service.refreshNow();
        service.refresh(new TempoSeason(2024));

        assertThat(source.questions).hasSize(1);
        assertThat(service.lastProblem().map(ColourProblem::kind)).contains(Kind.LIMITED);
    }

    @Test
    void an_older_season_that_nobody_knows_is_asked_for_once() throws Exception {
        var source = new ScriptedSource("public", (_, _) -> List.of());
        var service = opened("2026-11-25T12:00:00Z", source);

        service.refresh(new TempoSeason(2018));
        service.refresh(new TempoSeason(2018));

        assertThat(source.questions).hasSize(1);
    }

    @Test
    void a_season_before_the_first_that_anybody_has_or_in_the_future_is_not_asked_for()
            throws Exception {
        var source = new ScriptedSource("rte", this::tell);
        var service = opened("2026-11-25T12:00:00Z", source);

        service.refresh(new TempoSeason(2013));
        service.refresh(new TempoSeason(1));
        service.refresh(new TempoSeason(2027));

        assertThat(source.questions).isEmpty();
    }

    @Test
    void a_past_day_that_nobody_knows_is_not_asked_again_the_same_day() throws Exception {
        var hole = LocalDate.of(2024, 12, 28);
        var rte =
                new ScriptedSource(
                        "rte",
                        (from, last) ->
                                tell(from, last).stream()
                                        .filter(day -> !day.date().equals(hole))
                                        .toList());
        var service = opened("2025-01-14T12:00:00Z", rte);

        service.refreshNow();
        service.refreshNow();

        assertThat(rte.questions).hasSize(1);
    }

    @Test
    void what_is_confirmed_is_never_made_provisional_or_taken_away() throws Exception {
        knownUntil(TOMORROW);
        store.days.remove(FIRST);
        var source =
                new ScriptedSource(
                        "public",
                        (_, _) ->
                                List.of(
                                        new ToldColour(FIRST, TempoColour.BLUE, false),
                                        new ToldColour(TOMORROW, TempoColour.BLUE, true)));
        var service = opened("2025-01-14T12:00:00Z", source);

        service.refreshNow();

        assertThat(service.day(FIRST).colour()).isEqualTo(TempoColour.BLUE);
        assertThat(service.day(TOMORROW).colour()).isEqualTo(TempoColour.RED);
        assertThat(service.day(TOMORROW).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void what_rte_confirmed_the_public_api_does_not_change_but_rte_may() throws Exception {
        var cache = new ColourCache(store, TODAY);
        var noon = Instant.parse("2025-01-14T11:00:00Z");
        cache.learn(List.of(told(TempoColour.RED, "rte", noon)));

        assertThat(cache.learn(List.of(told(TempoColour.BLUE, "public", noon)))).isFalse();
        assertThat(cache.learn(List.of(told(TempoColour.WHITE, "rte", noon)))).isTrue();
        assertThat(cache.day(TODAY).colour()).isEqualTo(TempoColour.WHITE);
    }

    @Test
    void when_all_is_known_nobody_is_asked() throws Exception {
        knownUntil(TOMORROW);
        var source = new ScriptedSource("public", this::tell);
        var service = opened("2025-01-14T10:30:00Z", source);

        service.refreshNow();

        assertThat(source.questions).isEmpty();
    }

    @Test
    void before_six_the_running_day_is_yesterdays_and_tomorrows_next_is_not_asked_for()
            throws Exception {
        var source = new ScriptedSource("public", this::tell);
        var service = opened("2025-09-01T03:00:00Z", source); // 05:00, still the old season

        service.refreshNow();

        assertThat(source.questions).containsExactly(new Question(FIRST, LocalDate.of(2025, 9, 1)));
    }

    @Test
    void an_older_season_is_asked_for_when_somebody_wants_it() throws Exception {
        var source = new ScriptedSource("public", this::tell);
        var service = opened("2026-11-25T12:00:00Z", source);

        service.refresh(new TempoSeason(2024));

        assertThat(source.questions)
                .containsExactly(new Question(FIRST, LocalDate.of(2025, 8, 31)));
        assertThat(service.season(new TempoSeason(2024))).hasSize(365);
    }

    @Test
    void with_source_none_nobody_is_asked_and_that_is_no_problem() throws Exception {
        knownUntil(TODAY);
        try (var api = new FakeApi(_ -> FakeApi.reply(200, "[]"))) {
            var service = open(settings(Source.NONE, api.base(), true));
            service.start();
            service.refreshNow();

            assertThat(api.asked()).isEmpty();
            assertThat(service.lastProblem()).isEmpty();
            assertThat(service.day(TODAY).colour()).isEqualTo(TempoColour.RED);
        }
    }

    @Test
    void source_rte_without_credentials_says_what_is_missing() throws Exception {
        try (var api = new FakeApi(_ -> FakeApi.reply(200, "[]"))) {
            var service = open(settings(Source.RTE, api.base(), false));
            service.refreshNow();

            assertThat(api.asked()).isEmpty();
            assertThat(service.lastProblem().orElseThrow().sentence())
                    .contains("tempo.rte.client-id");
        }
    }

    @Test
    void with_credentials_rte_is_asked_first_and_without_them_the_public_api() throws Exception {
        try (var api = new FakeApi(ColourSourcesTest::answer)) {
            open(settings(Source.AUTO, api.base(), true)).refreshNow();
            assertThat(api.asked("joursTempo")).isEmpty();
            assertThat(api.asked("tempo_like_calendars")).hasSize(1);
            assertThat(store.days.get(TODAY)).extracting(DayColour::source).isEqualTo("rte");

            store.days.clear();
            opened.close();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("SelectorManager"));
            open(settings(Source.AUTO, api.base(), false)).refreshNow();
            assertThat(api.asked("joursTempo")).hasSize(1);
            assertThat(store.days.get(TODAY)).extracting(DayColour::source).isEqualTo("public");
        }
    }

    private static FakeApi.Reply answer(FakeApi.Asked asked) {
        if (asked.target().startsWith("/token")) {
            return FakeApi.fixture("rte-token-200.json");
        }
        return asked.target().contains("tempo_like_calendars")
                ? FakeApi.fixture("rte-calendars-200-two-days.json")
                : FakeApi.reply(200, "[{\"dateJour\":\"2025-01-14\",\"codeJour\":3}]");
    }

    private static DayColour told(TempoColour colour, String source, Instant at) {
        return new DayColour(TODAY, colour, Status.CONFIRMED, source, at);
    }

    private ColourService open(TempoSettings settings) {
        var time = ManualTime.at("2025-01-14T12:00:00Z").time();
        return opened.own(ColourService.open(settings, PARIS, store, time, new Random(1)));
    }

    private static TempoSettings settings(Source source, URI base, boolean credentials) {
        var defaults = TempoSettings.DEFAULT;
        return new TempoSettings(
                source,
                base,
                credentials ? Optional.of("my-id") : Optional.empty(),
                credentials ? Optional.of(new Secret("my-secret")) : Optional.empty(),
                base,
                defaults.contractNumber(),
                defaults.offer(),
                defaults.prices(),
                defaults.subscribedKva(),
                defaults.exportPrice());
    }
}
