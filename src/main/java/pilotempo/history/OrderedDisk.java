package pilotempo.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A layer below H2 that puts what it writes into an order in which neither a kill nor a power cut
 * loses what was durable; see {@link OrderedFile}. Public because H2 makes its paths itself.
 */
public final class OrderedDisk extends FilePathWrapper {
    private static final String SCHEME = "ordered";

    /** H2 makes its paths itself. */
    public OrderedDisk() {}

    /**
     * The name of this layer over another file system of H2.
     *
     * @param fileSystem such as {@code file:}
     */
    static String over(String fileSystem) {
        FilePath.register(new OrderedDisk());
        return SCHEME + ":" + fileSystem;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = super.open(mode);
        return mode.equals("r") ? file : new OrderedFile(file);
    }
}
