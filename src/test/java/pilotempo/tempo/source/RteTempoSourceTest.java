package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pilotempo.web.testing.FakeApi.fixture;
import static pilotempo.web.testing.FakeApi.reply;
import static pilotempo.web.testing.FakeApi.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.Secret;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.web.testing.FakeApi;
import pilotempo.web.testing.FakeApi.Asked;
import pilotempo.web.testing.FakeApi.Reply;

class RteTempoSourceTest {
    private static final LocalDate TUESDAY = LocalDate.of(2025, 1, 14);
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);

    private final ManualTime time = ManualTime.at("2025-01-14T11:00:00Z");
    private final Lifecycle opened = new Lifecycle();
    private final Queue<Reply> tokens = new ArrayDeque<>();
    private final Queue<Reply> calendars = new ArrayDeque<>();
    private final FakeApi api = opened.own(new FakeApi(this::script));
    private final RteTempoSource rte =
            new RteTempoSource(
                    api.base(),
                    "my-id",
                    new Secret("my-secret"),
                    opened.own(new JsonHttp(Duration.ofSeconds(5))),
                    time.time().ticker());

    RteTempoSourceTest() throws Exception {}

    /** The last reply of each kind goes on. */
    private synchronized Reply script(Asked asked) {
        boolean token = asked.target().startsWith("/token/oauth/");
        var replies = token ? tokens : calendars;
        if (replies.isEmpty()) {
            return token ? fixture("rte-token-200.json") : reply(404, "");
        }
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void a_token_is_asked_for_and_then_the_calendar_with_encoded_offsets_and_an_exclusive_end()
            throws Exception {
        calendars.add(fixture("rte-calendars-200-two-days.json"));

        assertThat(rte.colours(TUESDAY, WEDNESDAY))
                .containsExactly(
                        new ToldColour(TUESDAY, TempoColour.RED, false),
                        new ToldColour(WEDNESDAY, TempoColour.RED, false));

        var token = api.asked().getFirst();
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.target()).isEqualTo("/token/oauth/");
        assertThat(token.header("Authorization"))
                .isEqualTo(
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "my-id:my-secret"
                                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(token.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        var calendar = api.asked().getLast();
        assertThat(calendar.method()).isEqualTo("GET");
        assertThat(calendar.target())
                .isEqualTo(
                        "/open_api/tempo_like_supply_contract/v1/tempo_like_calendars"
                                + "?start_date=2025-01-14T00:00:00%2B01:00"
                                + "&end_date=2025-01-16T00:00:00%2B01:00"
                                + "&fallback_status=true");
        assertThat(calendar.header("Authorization")).isEqualTo("Bearer EXAMPLE-NOT-A-REAL-TOKEN");
        assertThat(calendar.header("Accept")).isEqualTo("application/json");
        assertThat(calendar.header("User-agent")).startsWith("Pilotempo");
    }

    @Test
    void the_two_offsets_of_a_day_on_which_the_clocks_change_are_both_sent_and_read()
            throws Exception {
        calendars.add(fixture("rte-calendars-200-dst-october.json"));
        var saturday = LocalDate.of(2025, 10, 25);

        assertThat(rte.colours(saturday, saturday.plusDays(1)))
                .extracting(ToldColour::date)
                .containsExactly(saturday, saturday.plusDays(1));
        assertThat(api.asked().getLast().target())
                .contains("start_date=2025-10-25T00:00:00%2B02:00")
                .contains("end_date=2025-10-27T00:00:00%2B01:00");
    }

    @Test
    void a_day_without_value_is_left_out() throws Exception {
        calendars.add(fixture("rte-calendars-200-value-missing.json"));
        var day = LocalDate.of(2022, 12, 28);

        assertThat(rte.colours(day, day)).isEmpty();
    }

    @Test
    void a_day_that_was_not_asked_for_is_not_credited() throws Exception {
        calendars.add(fixture("rte-calendars-200-two-days.json"));

        assertThat(rte.colours(WEDNESDAY, WEDNESDAY.plusDays(1)))
                .extracting(ToldColour::date)
                .containsExactly(WEDNESDAY);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "\"true\", true", "false, false", "\"false\", false", "null, false"})
    void the_fallback_flag_is_a_boolean_or_a_word(String written, boolean fallback)
            throws Exception {
        calendars.add(
                reply(
                        200,
                        text("rte-calendars-200-fallback.json")
                                .replace("\"fallback\": false", "\"fallback\": " + written)));

        assertThat(rte.colours(TUESDAY, WEDNESDAY))
                .hasSize(2)
                .extracting(ToldColour::fallback)
                .containsOnly(fallback);
    }

    @Test
    void when_tomorrow_is_not_published_the_days_before_it_are_asked_alone() throws Exception {
        calendars.add(reply(400, text("rte-error-400-F04.json")));
        calendars.add(fixture("rte-calendars-200-tomorrow-missing.json"));

        assertThat(rte.colours(TUESDAY, WEDNESDAY))
                .extracting(ToldColour::date)
                .containsExactly(TUESDAY);
        assertThat(api.asked("tempo_like_calendars").getLast().target())
                .contains("end_date=2025-01-15T00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "error_code"})
    void tomorrow_alone_is_not_yet_published(String key) {
        calendars.add(reply(400, text("rte-error-400-F04.json").replace("error\"", key + "\"")));

        assertThat(failure(WEDNESDAY, WEDNESDAY).kind()).isEqualTo(Kind.NOT_YET);
        assertThat(api.asked("tempo_like_calendars")).hasSize(1);
    }

    @Test
    void more_than_366_days_are_asked_in_parts() throws Exception {
        calendars.add(fixture("rte-calendars-200-two-days.json"));

        var told = rte.colours(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 31));

        assertThat(told).extracting(ToldColour::date).containsExactly(TUESDAY, WEDNESDAY);
        assertThat(api.asked("tempo_like_calendars"))
                .extracting(
                        asked ->
                                asked.target()
                                        .replaceAll(
                                                ".*start_date=(.{10}).*end_date=(.{10}).*",
                                                "$1 $2"))
                .containsExactly("2024-01-01 2025-01-01", "2025-01-01 2025-02-01");
    }

    @Test
    void a_token_serves_until_a_minute_before_its_end() throws Exception {
        calendars.add(fixture("rte-calendars-200-two-days.json"));

        rte.colours(TUESDAY, WEDNESDAY);
        time.advance(Duration.ofSeconds(7200 - 61));
        rte.colours(TUESDAY, WEDNESDAY);
        assertThat(api.asked("/token/")).hasSize(1);

        time.advance(Duration.ofSeconds(2));
        rte.colours(TUESDAY, WEDNESDAY);
        assertThat(api.asked("/token/")).hasSize(2);
    }

    @Test
    void a_token_refused_is_renewed_once_and_the_question_repeated() throws Exception {
        calendars.add(reply(401, ""));
        calendars.add(fixture("rte-calendars-200-two-days.json"));

        assertThat(rte.colours(TUESDAY, WEDNESDAY)).hasSize(2);
        assertThat(api.asked("/token/")).hasSize(2);
    }

    @Test
    void a_token_refused_twice_is_given_up() {
        calendars.add(reply(401, "<html>no</html>"));

        assertThat(failure(TUESDAY, WEDNESDAY).kind()).isEqualTo(Kind.UNAUTHORISED);
        assertThat(api.asked("tempo_like_calendars")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void credentials_refused_are_named_and_never_shown(int status) {
        tokens.add(reply(status, "{\"error\":\"invalid_client my-secret\"}"));

        var failure = failure(TUESDAY, WEDNESDAY);

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORISED);
        assertThat(failure.sentence()).contains("tempo.rte.client-id").doesNotContain("my-");
        assertThat(api.asked()).hasSize(1);
    }

    @Test
    void an_application_without_subscription_is_told_what_to_subscribe_to() {
        calendars.add(reply(403, ""));

        assertThat(failure(TUESDAY, WEDNESDAY).kind()).isEqualTo(Kind.UNAUTHORISED);
        assertThat(failure(TUESDAY, WEDNESDAY).sentence()).contains("Tempo Like Supply Contract");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":\"\",\"expires_in\":7200}",
                "{\"access_token\":\"a\\r\\nX-Evil: 1\",\"expires_in\":7200}",
                "<html/>",
                "[1]"
            })
    void a_reply_without_a_usable_token_is_malformed(String body) {
        tokens.add(reply(200, body));

        assertThat(failure(TUESDAY, WEDNESDAY).kind()).isEqualTo(Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tempo_like_calendars\":[]}",
                "{\"tempo_like_calendars\":{}}",
                "{\"tempo_like_calendars\":{\"values\":{}}}",
                "{\"tempo_like_calendars\":{\"values\":[{\"start_date\":\"soon\",\"value\":\"RED\"}]}}",
                "{\"tempo_like_calendars\":{\"values\":[{\"start_date\":\"2025-01-14T00:00:00+01:00\",\"value\":\"PINK\"}]}}",
                "{\"tempo_like_calendars\":{\"values\":[7]}} trailing",
                "<?xml version=\"1.0\"?><tempo_like_calendars/>",
            })
    void a_calendar_of_another_shape_is_malformed(String body) {
        calendars.add(reply(200, body));

        assertThat(failure(TUESDAY, WEDNESDAY).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void one_day_that_cannot_be_read_does_not_lose_the_others() throws Exception {
        calendars.add(
                reply(
                        200,
                        text("rte-calendars-200-two-days.json")
                                .replace("2025-01-15T00:00:00+01:00", "tomorrow")));

        assertThat(rte.colours(TUESDAY, WEDNESDAY))
                .extracting(ToldColour::date)
                .isEqualTo(List.of(TUESDAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rte-error-400-F01.json", "rte-error-400-F03.json"})
    void another_refusal_of_the_question_is_not_taken_for_not_yet(String error) {
        calendars.add(reply(400, text(error)));

        assertThat(failure(TUESDAY, WEDNESDAY).kind()).isEqualTo(Kind.SERVER);
    }

    private TempoUnavailable failure(LocalDate from, LocalDate last) {
        return catchThrowableOfType(TempoUnavailable.class, () -> rte.colours(from, last));
    }
}
