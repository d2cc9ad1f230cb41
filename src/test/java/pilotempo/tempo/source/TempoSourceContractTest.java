package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pilotempo.web.testing.FakeApi.reply;
import static pilotempo.web.testing.FakeApi.text;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.Secret;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.web.testing.FakeApi;
import pilotempo.web.testing.FakeApi.Reply;

/** What goes wrong with any source. */
class TempoSourceContractTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 14);
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    enum Which {
        RTE,
        PUBLIC;

        TempoSource at(URI base, JsonHttp http) {
            return switch (this) {
                case RTE ->
                        new RteTempoSource(
                                base,
                                "my-id",
                                new Secret("my-secret"),
                                http,
                                ManualTime.at("2025-01-14T11:00:00Z").time().ticker());
                case PUBLIC -> new PublicTempoSource(base, http);
            };
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(Which.values())
                .flatMap(
                        which ->
                                Stream.of(
                                        trouble(which, "429", Kind.LIMITED, reply(429, "")),
                                        trouble(which, "509", Kind.LIMITED, reply(509, "slow")),
                                        trouble(
                                                which,
                                                "500",
                                                Kind.SERVER,
                                                reply(500, text("rte-error-500.json"))),
                                        trouble(which, "503", Kind.SERVER, reply(503, "<p>")),
                                        trouble(which, "408", Kind.SERVER, reply(408, "")),
                                        trouble(which, "401", Kind.UNAUTHORISED, reply(401, "")),
                                        trouble(which, "empty", Kind.MALFORMED, reply(200, "")),
                                        trouble(
                                                which,
                                                "HTML",
                                                Kind.MALFORMED,
                                                reply(200, "<html>maintenance</html>")),
                                        trouble(
                                                which,
                                                "cut JSON",
                                                Kind.MALFORMED,
                                                reply(200, "[{\"dateJour\":\"2025-")),
                                        trouble(
                                                which,
                                                "nesting",
                                                Kind.MALFORMED,
                                                reply(200, "[".repeat(100_000))),
                                        trouble(
                                                which,
                                                "half a body",
                                                Kind.UNREACHABLE,
                                                FakeApi.half("[".repeat(1000))),
                                        trouble(
                                                which,
                                                "silence",
                                                Kind.UNREACHABLE,
                                                FakeApi.silence()),
                                        trouble(which, "a drip", Kind.UNREACHABLE, FakeApi.drip()),
                                        trouble(
                                                which,
                                                "a flood",
                                                Kind.UNREACHABLE,
                                                FakeApi.flood())));
    }

    private static Arguments trouble(Which which, String name, Kind kind, Reply reply) {
        return Arguments.argumentSet(which + ": " + name, which, kind, reply);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void a_trouble_is_told_by_its_kind_without_secrets(Which which, Kind kind, Reply reply)
            throws Exception {
        try (var api =
                        new FakeApi(
                                asked ->
                                        asked.target().startsWith("/token")
                                                ? FakeApi.fixture("rte-token-200.json")
                                                : reply);
                var http = new JsonHttp(TIMEOUT)) {
            var source = which.at(api.base(), http);
            var failure =
                    catchThrowableOfType(TempoUnavailable.class, () -> source.colours(DAY, DAY));

            assertThat(failure.kind()).as(failure.sentence()).isEqualTo(kind);
            assertThat(failure.sentence())
                    .contains("127.0.0.1")
                    .endsWith(".")
                    .doesNotContain("secret", "EXAMPLE-NOT-A-REAL-TOKEN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_listening_is_no_connection(Which which) throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (var http = new JsonHttp(TIMEOUT)) {
            var source = which.at(URI.create("http://127.0.0.1:" + port), http);
            var failure =
                    catchThrowableOfType(TempoUnavailable.class, () -> source.colours(DAY, DAY));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.sentence()).contains("No connection to 127.0.0.1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_base_url_that_is_none_is_said(Which which) {
        try (var http = new JsonHttp(TIMEOUT)) {
            var source = which.at(URI.create("api-couleur-tempo"), http);
            var failure =
                    catchThrowableOfType(TempoUnavailable.class, () -> source.colours(DAY, DAY));

            assertThat(failure.sentence()).contains("base-url");
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_closing_nothing_is_asked(Which which) throws Exception {
        var closed = new JsonHttp(TIMEOUT);
        closed.close();
        try (var api = new FakeApi(_ -> reply(200, "[]"))) {
            var source = which.at(api.base(), closed);
            var failure =
                    catchThrowableOfType(TempoUnavailable.class, () -> source.colours(DAY, DAY));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(api.asked()).isEmpty();
        }
    }
}
