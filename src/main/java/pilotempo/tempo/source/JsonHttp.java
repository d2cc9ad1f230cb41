package pilotempo.tempo.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.source.ColourProblem.Kind;

/**
 * Asks for JSON over HTTP: the whole answer within the time-out, its size bounded, redirections not
 * followed (they could carry credentials elsewhere). Opens nothing until the first question; its
 * threads end with {@link #close}.
 */
final class JsonHttp implements AutoCloseable {
    private static final Duration END_AT_MOST = Duration.ofSeconds(1);
    private static final int MAX_BODY_BYTES = 7_000_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Duration timeout;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("tempo-http-", 0).factory());
    private @Nullable HttpClient client;
    private boolean closed;

    JsonHttp(Duration timeout) {
        this.timeout = timeout;
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
        var request =
                question.header("Accept", "application/json")
                        .header("User-Agent", userAgent())
                        .timeout(timeout)
                        .build();
        var host = request.uri().getHost();
        var answer = send(request, host);
        try {
            var response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(host, response.statusCode(), response.body());
        } catch (TimeoutException late) {
            throw silent(host);
        } catch (ExecutionException failed) {
            throw words(host, failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private synchronized CompletableFuture<HttpResponse<String>> send(
            HttpRequest request, String host) throws TempoUnavailable {
        if (closed) {
            throw new TempoUnavailable(
                    Kind.UNREACHABLE, host + " was not asked: the program ends.");
        }
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .connectTimeout(timeout)
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .executor(threads)
                            .build();
        }
        return client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY_BYTES));
    }

    private TempoUnavailable words(String host, @Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> silent(host);
            case ConnectException _ ->
                    new TempoUnavailable(
                            Kind.UNREACHABLE,
                            "No connection to " + host + ": check network, DNS and firewall.");
            case null, default ->
                    new TempoUnavailable(
                            Kind.UNREACHABLE, "The connection to " + host + " broke off.");
        };
    }

    private TempoUnavailable silent(String host) {
        return new TempoUnavailable(
                Kind.UNREACHABLE,
                host + " did not answer within " + timeout.toSeconds() + " s: check the network.");
    }

    private static String userAgent() {
        var version = JsonHttp.class.getPackage().getImplementationVersion();
        return version == null ? "Pilotempo" : "Pilotempo/" + version;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
            try {
                client.awaitTermination(END_AT_MOST);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        threads.shutdownNow();
    }
}
