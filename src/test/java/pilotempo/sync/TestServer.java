package pilotempo.sync;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.Secret;

/**
 * A PostgreSQL with no schema of ours: a new database of one that is started for all tests, or,
 * where {@code PILOTEMPO_TEST_DATABASE_URL} names a server (user and password in it), that one with
 * the schema dropped.
 */
final class TestServer {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Object STARTING = new Object();
    private static final List<EmbeddedPostgres> STARTED = new ArrayList<>();

    private final String url;
    private final String user;
    private final String password;

    private TestServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static TestServer fresh() throws SQLException {
        var given = System.getenv("PILOTEMPO_TEST_DATABASE_URL");
        return given == null ? embedded() : named(given);
    }

    /** The server at a URL that says everything, without our schema. */
    static TestServer named(String url) throws SQLException {
        var server = new TestServer(url, "", "");
        server.execute("DROP SCHEMA IF EXISTS pilotempo CASCADE");
        return server;
    }

    private static TestServer embedded() throws SQLException {
        var name = "test" + COUNT.incrementAndGet();
        var postgres = started();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new TestServer(
                "jdbc:postgresql://127.0.0.1:"
                        + postgres.getPort()
                        + "/"
                        + name
                        + "?sslmode=disable",
                "postgres",
                "");
    }

    private static EmbeddedPostgres started() {
        synchronized (STARTING) {
            if (STARTED.isEmpty()) {
                try {
                    STARTED.add(EmbeddedPostgres.builder().start());
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            }
            return STARTED.getFirst();
        }
    }

    /** The same server by way of another port. */
    TestServer through(int port) {
        return new TestServer(
                url.replaceFirst("//[^/]*/", "//127.0.0.1:" + port + "/"), user, password);
    }

    int port() {
        var host = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("/.*", "");
        return host.contains(":") ? Integer.parseInt(host.split(":", 2)[1]) : 5432;
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(
                Optional.of(url),
                user,
                password.isEmpty() ? Optional.empty() : Optional.of(new Secret(password)));
    }

    /** As another role; a URL's own would win. */
    DatabaseSettings settings(String role, String secret) {
        var bare = url.replaceAll("(user|password)=[^&]*&?", "");
        return new DatabaseSettings(Optional.of(bare), role, Optional.of(new Secret(secret)));
    }

    Connection connect() throws SQLException {
        return user.isEmpty()
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, password);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    /** The first column of all rows, as text. */
    List<String> texts(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(String.valueOf(found.getString(1)));
            }
            return texts;
        }
    }
}
