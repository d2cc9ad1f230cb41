package pilotempo.web;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pilotempo.web.WebReply.Why;

/**
 * Asks over HTTP: the whole answer within the time-out, its size bounded, redirections not followed
 * (they could carry credentials elsewhere). Opens nothing until the first question; its threads end
 * with {@link #close}. No exception and no reply of it holds the address: a secret may be in it.
 * Thread-safe.
 */
public final class WebClient implements AutoCloseable {
    private static final Duration END_AT_MOST = Duration.ofSeconds(1);
    private static final int MAX_BODY_BYTES = 7_000_000;

    private final Duration timeout;
    private final ExecutorService threads;
    private @Nullable HttpClient client;
    private boolean closed;

    /**
     * @param threadName what its threads are called, a number follows
     * @param timeout for a whole answer
     */
    public WebClient(String threadName, Duration timeout) {
        this.timeout = timeout;
        this.threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(threadName, 0).factory());
    }

    /** Asks, and waits for the answer or the time-out. */
    public WebReply ask(HttpRequest.Builder question) throws InterruptedException {
        var request = question.header("User-Agent", userAgent()).timeout(timeout).build();
        var arrived = new Arrived();
        var answer = send(request, arrived);
        if (answer == null) {
            return new WebReply.Lost(Why.CLOSED);
        }
        try {
            answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return arrived.reply(null);
        } catch (TimeoutException late) {
            return arrived.reply(Why.SILENT);
        } catch (ExecutionException failed) {
            return arrived.reply(why(failed.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private synchronized @Nullable CompletableFuture<HttpResponse<@Nullable Void>> send(
            HttpRequest request, Arrived arrived) {
        if (closed) {
            return null;
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
                request,
                info -> {
                    arrived.begin(info);
                    return BodySubscribers.ofByteArrayConsumer(arrived::take);
                });
    }

    private static Why why(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> Why.SILENT;
            case ConnectException _ -> Why.NO_CONNECTION;
            case TooLong _ -> Why.TOO_LONG;
            case null, default -> Why.BROKEN_OFF;
        };
    }

    private static String userAgent() {
        var version = WebClient.class.getPackage().getImplementationVersion();
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

    /** What has come of an answer so far: of one that is cut, too. */
    private static final class Arrived {
        private HttpResponse.@Nullable ResponseInfo info;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        synchronized void begin(HttpResponse.ResponseInfo begun) {
            info = begun;
        }

        synchronized void take(Optional<byte[]> more) {
            if (body.size() > MAX_BODY_BYTES) {
                throw new TooLong();
            }
            more.ifPresent(body::writeBytes);
        }

        synchronized WebReply reply(@Nullable Why cut) {
            return info == null
                    ? new WebReply.Lost(cut == null ? Why.BROKEN_OFF : cut)
                    : new WebReply.Answered(
                            info.statusCode(),
                            info.headers(),
                            body.toString(StandardCharsets.UTF_8),
                            Optional.ofNullable(cut));
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
