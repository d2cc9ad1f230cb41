package pilotempo.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that are no readings, in a file {@code FILE.rejected} beside it: number,
 * blank, line. It is written anew by each import, and there is none when no line is bad.
 */
final class RejectedLines implements AutoCloseable {
    private final Path file;
    private @Nullable OutputStream out;
    private long count;

    /** Removes what an earlier import left. */
    RejectedLines(Path imported) throws IOException {
        file = imported.resolveSibling(imported.getFileName() + ".rejected");
        Files.deleteIfExists(file);
    }

    void add(CsvLines line) throws IOException {
        var to = out;
        if (to == null) {
            to = new BufferedOutputStream(Files.newOutputStream(file));
            out = to;
        }
        to.write(Long.toString(line.number()).getBytes(StandardCharsets.US_ASCII));
        to.write(' ');
        to.write(line.bytes(), line.begin(), line.end() - line.begin());
        to.write('\n');
        count++;
    }

    long count() {
        return count;
    }

    Optional<Path> file() {
        return count == 0 ? Optional.empty() : Optional.of(file);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
