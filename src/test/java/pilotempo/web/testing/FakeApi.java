package pilotempo.web.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server on loopback that answers as a test says, and keeps what it was asked. */
public final class FakeApi implements AutoCloseable {
    /** What was asked; {@code target} is path and query as sent. */
    public record Asked(
            String method, String target, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** How to answer. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange, CountDownLatch end) throws IOException, InterruptedException;
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public FakeApi(Function<Asked, Reply> script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String part) {
        return asked.stream().filter(it -> it.target().contains(part)).toList();
    }

    private void answer(HttpExchange exchange, Function<Asked, Reply> script) throws IOException {
        try (exchange) {
            var question =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            asked.add(question);
            script.apply(question).to(exchange, end);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    public static Reply reply(int status, String body) {
        return (exchange, _) -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Reply fixture(String name) {
        return reply(200, text(name));
    }

    public static Reply redirect(String to) {
        return (exchange, _) -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** The connection is closed without a word. */
    public static Reply cut() {
        return (_, _) -> {};
    }

    public static Reply silence() {
        return (_, end) -> end.await();
    }

    public static Reply half(String body) {
        return half(200, body);
    }

    public static Reply half(int status, String body) {
        return (exchange, _) -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** Byte by byte, without end. */
    public static Reply drip() {
        return (exchange, end) -> {
            exchange.sendResponseHeaders(200, 0);
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        };
    }

    public static Reply flood() {
        return (exchange, end) -> {
            exchange.sendResponseHeaders(200, 0);
            var spaces = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(spaces);
            }
        };
    }

    public static String text(String fixture) {
        try (var file = FakeApi.class.getResourceAsStream("/pilotempo/tempo/" + fixture)) {
            if (file == null) {
                throw new AssertionError("no fixture " + fixture);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
