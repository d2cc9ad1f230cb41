package pilotempo.attach;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Another program, for tests: holds a lock or runs a command, with nothing but the JDK. */
final class Outside {
    private Outside() {}

    /** {@code lock FOLDER} or {@code run FOLDER ARGS…}. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[1]);
        if (args[0].equals("lock")) {
            var lock = DataLock.tryTake(folder);
            System.out.println(lock.isPresent() ? "held" : "refused");
            if (lock.isPresent()) {
                System.in.read();
            }
        } else {
            var command = Arrays.asList(args).subList(2, args.length);
            System.exit(AttachClient.run(folder, command, System.out, System.err).orElse(77));
        }
    }

    static Process start(String... args) throws IOException {
        var classes = String.join(File.pathSeparator, place(DataLock.class), place(Outside.class));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-Xshare:auto", "-cp", classes, Outside.class.getName());
        return new ProcessBuilder(Stream.concat(command.stream(), Stream.of(args)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
