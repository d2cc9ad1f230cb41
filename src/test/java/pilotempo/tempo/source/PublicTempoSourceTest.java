package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pilotempo.web.testing.FakeApi.fixture;
import static pilotempo.web.testing.FakeApi.reply;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.web.testing.FakeApi;
import pilotempo.web.testing.FakeApi.Reply;

class PublicTempoSourceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private final Lifecycle opened = new Lifecycle();
    private volatile Reply reply = fixture("act-joursTempo-range.json");
    private final FakeApi api = opened.own(new FakeApi(_ -> reply));
    private final PublicTempoSource source =
            new PublicTempoSource(
                    URI.create(api.base() + "api"),
                    opened.own(new JsonHttp(Duration.ofSeconds(5))));

    PublicTempoSourceTest() throws Exception {}

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void a_few_days_are_asked_by_their_dates_and_matched_by_them() throws Exception {
        assertThat(source.colours(MONDAY.minusDays(1), MONDAY.plusDays(2)))
                .containsExactly(
                        new ToldColour(MONDAY.minusDays(1), TempoColour.BLUE, false),
                        new ToldColour(MONDAY, TempoColour.RED, false),
                        new ToldColour(MONDAY.plusDays(1), TempoColour.RED, false));

        var asked = api.asked().getFirst();
        assertThat(asked.target())
                .isEqualTo(
                        "/api/joursTempo?dateJour%5B%5D=2026-01-04&dateJour%5B%5D=2026-01-05"
                                + "&dateJour%5B%5D=2026-01-06&dateJour%5B%5D=2026-01-07");
        assertThat(asked.header("Accept")).isEqualTo("application/json");
        assertThat(asked.header("User-agent")).startsWith("Pilotempo");
    }

    @Test
    void many_days_are_asked_by_the_season_in_one_question() throws Exception {
        assertThat(source.colours(LocalDate.of(2025, 9, 1), MONDAY)).hasSize(2);
        assertThat(api.asked())
                .extracting(FakeApi.Asked::target)
                .containsExactly("/api/joursTempo?periode=2025-2026");
    }

    @Test
    void a_day_of_code_zero_is_unknown_with_or_without_its_word() throws Exception {
        reply =
                reply(
                        200,
                        """
                        [{"dateJour":"2026-01-05","codeJour":0,"periode":"2025-2026"},
                         {"dateJour":"2026-01-06","codeJour":0,"libCouleur":"Inconnu"},
                         {"dateJour":"2026-01-07","codeJour":2,"periode":"2025-2026"}]\
                        """);

        assertThat(source.colours(MONDAY, MONDAY.plusDays(2)))
                .containsExactly(new ToldColour(MONDAY.plusDays(2), TempoColour.WHITE, false));
    }

    @Test
    void an_empty_list_is_an_answer() throws Exception {
        reply = reply(200, "[]");

        assertThat(source.colours(MONDAY, MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dateJour\":\"2026-01-05\",\"codeJour\":3}",
                "[{\"dateJour\":\"2026-01-05\",\"codeJour\":9}]",
                "[{\"dateJour\":\"2026-01-05\",\"codeJour\":true}]",
                "[{\"dateJour\":\"2026-01-05\",\"codeJour\":1.5}]",
                "[{\"dateJour\":\"2026-01-05\",\"codeJour\":\"1.5\"}]",
                "[{\"dateJour\":\"2026-01-05\",\"codeJour\":[1]}]",
                "[{\"dateJour\":\"05/01/2026\",\"codeJour\":3}]",
                "[{}]",
                "null",
                "\"Bleu\"",
                "<!doctype html><html><body>documentation</body></html>"
            })
    void an_answer_of_another_shape_is_malformed(String body) {
        reply = reply(200, body);

        assertThat(failure().kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void days_the_server_does_not_know_are_not_yet_published_but_a_wrong_path_is_an_error() {
        reply = reply(404, "{\"status\":404,\"detail\":\"Not Found\"}");
        assertThat(failure().kind()).isEqualTo(Kind.NOT_YET);

        reply = reply(404, "<html>Not Found</html>");
        assertThat(failure().kind()).isEqualTo(Kind.SERVER);
        assertThat(failure().sentence()).contains("base-url");
    }

    @Test
    void a_redirection_is_not_followed() {
        reply = FakeApi.redirect(api.base() + "elsewhere");

        assertThat(failure().kind()).isEqualTo(Kind.SERVER);
        assertThat(api.asked("elsewhere")).isEmpty();
    }

    private TempoUnavailable failure() {
        return catchThrowableOfType(
                TempoUnavailable.class, () -> source.colours(MONDAY, MONDAY.plusDays(1)));
    }
}
