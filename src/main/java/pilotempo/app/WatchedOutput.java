package pilotempo.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Buffered output that remembers the first failure: writers of text swallow them, and a half
 * written file must not end with code 0.
 */
final class WatchedOutput extends OutputStream {
    private static final int BUFFER = 1 << 15;

    private final OutputStream to;
    private volatile @Nullable IOException failure;

    WatchedOutput(OutputStream target) {
        to = new BufferedOutputStream(target, BUFFER);
    }

    /** The first failure. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        watched(() -> to.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        watched(to::flush);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void watched(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException failed) {
            if (failure == null) {
                failure = failed;
            }
            throw failed;
        }
    }
}
