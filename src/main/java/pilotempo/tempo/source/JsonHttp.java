package pilotempo.tempo.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.web.WebClient;
import pilotempo.web.WebReply;

/** Asks the colour services for JSON, and has words for whatever comes instead. */
final class JsonHttp implements AutoCloseable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Duration timeout;
    private final WebClient web;

    JsonHttp(Duration timeout) {
        this.timeout = timeout;
        this.web = new WebClient("tempo-http-", timeout);
    }

    /**
     * An answer of any status.
     *
     * @param host who answered, for messages
     */
    record Answer(String host, int status, String body) {
        /** The body as JSON. */
        JsonNode json() throws TempoUnavailable {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw malformed("is not JSON");
            }
        }

        TempoUnavailable malformed(String what) {
            return new TempoUnavailable(
                    Kind.MALFORMED,
                    "The answer of " + host + " " + what + ": check its base-url in the settings.");
        }

        /** Words for a status that every API may answer. */
        TempoUnavailable refusal() {
            return switch (status) {
                case 401, 403 ->
                        new TempoUnavailable(
                                Kind.UNAUTHORISED, host + " refuses access (" + status + ").");
                case 429, 509 ->
                        new TempoUnavailable(
                                Kind.LIMITED,
                                host + " is asked too often (" + status + "); it is asked later.");
                default ->
                        new TempoUnavailable(
                                Kind.SERVER,
                                host
                                        + " answered with status "
                                        + status
                                        + (status < 500
                                                ? ": check its base-url in the settings."
                                                : "; it is asked again later."));
            };
        }
    }

    /** A question to which headers may be added. */
    static HttpRequest.Builder question(String uri) throws TempoUnavailable {
        try {
            return HttpRequest.newBuilder(URI.create(uri));
        } catch (IllegalArgumentException notHttp) {
            throw new TempoUnavailable(
                    Kind.UNREACHABLE, "A base-url of section tempo is not an http or https URL.");
        }
    }

    Answer ask(HttpRequest.Builder question) throws TempoUnavailable, InterruptedException {
        var host = question.copy().build().uri().getHost();
        return switch (web.ask(question.header("Accept", "application/json"))) {
            case WebReply.Answered answer -> {
                if (answer.cut().isPresent()) {
                    throw words(host, answer.cut().get());
                }
                yield new Answer(host, answer.status(), answer.body());
            }
            case WebReply.Lost lost -> throw words(host, lost.why());
        };
    }

    private TempoUnavailable words(String host, WebReply.Why why) {
        return new TempoUnavailable(
                Kind.UNREACHABLE,
                switch (why) {
                    case SILENT ->
                            host
                                    + " did not answer within "
                                    + timeout.toSeconds()
                                    + " s: check the network.";
                    case NO_CONNECTION ->
                            "No connection to " + host + ": check network, DNS and firewall.";
                    case BROKEN_OFF, TOO_LONG -> "The connection to " + host + " broke off.";
                    case CLOSED -> host + " was not asked: the program ends.";
                });
    }

    @Override
    public void close() {
        web.close();
    }
}
