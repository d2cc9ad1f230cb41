package pilotempo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a user starts it; ended with the test. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code pilotempo ARGS} with its output in files of the folder. */
    static Child start(Path folder, List<String> jvm, String... args) {
        try {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
            command.add(classPath());
            command.add("pilotempo.app.Main");
            command.addAll(List.of(args));
            var out = Files.createTempFile(folder, "out-", ".txt");
            var err = Files.createTempFile(folder, "err-", ".txt");
            var builder =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(
                            name -> name.startsWith("PILOTEMPO_") || name.startsWith("JAVA_TOOL"));
            builder.environment().put("XDG_CONFIG_HOME", folder.toString());
            builder.environment().put("XDG_DATA_HOME", folder.toString());
            builder.environment().remove("DISPLAY");
            return new Child(builder.start(), out, err);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Without the tests' classes and their logging. */
    private static String classPath() {
        var entries = new ArrayList<String>();
        for (var entry :
                System.getProperty("java.class.path")
                        .split(System.getProperty("path.separator"), -1)) {
            if (!entry.endsWith("test-classes")) {
                entries.add(entry);
            }
        }
        return String.join(System.getProperty("path.separator"), entries);
    }

    /** Waits for the end and returns the exit code. */
    int exitCode(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "still running after " + seconds + " s; it said: " + out() + err());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
