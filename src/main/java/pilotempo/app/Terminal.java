package pilotempo.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The process's standard streams, UTF-8 whatever the locale says.
 *
 * @param out standard output, buffered
 * @param errors standard error
 * @param err standard error, for words
 */
record Terminal(WatchedOutput out, OutputStream errors, PrintWriter err) {
    static Terminal ofProcess() {
        var errors = new FileOutputStream(FileDescriptor.err);
        return new Terminal(
                new WatchedOutput(new FileOutputStream(FileDescriptor.out)),
                errors,
                new PrintWriter(new OutputStreamWriter(errors, StandardCharsets.UTF_8), true));
    }
}
