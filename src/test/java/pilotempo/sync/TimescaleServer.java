package pilotempo.sync;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * TimescaleDB's own code for tests: PostgreSQL compiled to WebAssembly, run by Node.js, reached by
 * the usual driver. One backend, no background jobs. See src/test/timescaledb.
 */
final class TimescaleServer implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/timescaledb");
    private static final Path WORK = Path.of("target/timescaledb");
    private static final int PATIENCE_S = 120;

    private final Process node;
    private final int port;

    private TimescaleServer(Process node, int port) {
        this.node = node;
        this.port = port;
    }

    /** Starts it; where there is no Node.js the test is skipped, but fails under CI=true. */
    static TimescaleServer start() throws IOException, InterruptedException {
        boolean there = answers("node", "--version") && answers("npm", "--version");
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Node.js 20 with npm is needed for the TimescaleDB tests");
        }
        assumeTrue(there, "no Node.js: the TimescaleDB tests are skipped");
        install();
        var node =
                new ProcessBuilder("node", "server.mjs")
                        .directory(WORK.toFile())
                        .redirectError(WORK.resolve("errors.txt").toFile())
                        .start();
        var told = new BufferedReader(node.inputReader(StandardCharsets.UTF_8));
        for (var line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith("READY ")) {
                int port = Integer.parseInt(line.split(" ", 3)[1]);
                Thread.ofVirtual().start(() -> drain(told));
                return new TimescaleServer(node, port);
            }
        }
        throw new AssertionError("no server: " + Files.readString(WORK.resolve("errors.txt")));
    }

    /** The server without our schema. */
    TestServer fresh() throws SQLException {
        return TestServer.named(
                "jdbc:postgresql://127.0.0.1:"
                        + port
                        + "/postgres?user=postgres&password=x&sslmode=disable");
    }

    private static void drain(BufferedReader told) {
        try {
            told.transferTo(Writer.nullWriter());
        } catch (IOException stopped) {
            return;
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        for (var name : List.of("package.json", "package-lock.json", "server.mjs")) {
            Files.copy(
                    SOURCE.resolve(name), WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(WORK.resolve("node_modules/@electric-sql/pglite/package.json"))) {
            return;
        }
        var log = WORK.resolve("npm.txt");
        var npm =
                new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                        .directory(WORK.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!npm.waitFor(PATIENCE_S, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroy();
            throw new AssertionError("npm ci failed: " + Files.readString(log));
        }
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        node.getOutputStream().close();
        node.destroy();
    }
}
