package pilotempo.attach;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Time;

/**
 * The right to own a data folder, held by one program at a time: an exclusive lock on {@code
 * DATA/lock}. The system lets go of it when the program dies, however it dies.
 */
public final class DataLock implements AutoCloseable {
    private static final Duration NEXT_TRY = Duration.ofMillis(100);

    /**
     * Folders owned by this very program. POSIX drops a program's lock when any channel on that
     * file is closed, so a second attempt must not even open it.
     */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock, or gives nothing when another program has it.
     *
     * @param data the data folder; made with mode 0700 where it is absent
     * @throws DataFolderProblem it can't be made, entered or written
     */
    public static Optional<DataLock> tryTake(Path data) throws DataFolderProblem {
        var folder = prepared(data);
        if (!OWNED.add(folder)) {
            return Optional.empty();
        }
        DataLock taken = null;
        try {
            taken = lock(folder);
            return Optional.ofNullable(taken);
        } catch (IOException failed) {
            throw problem(data, failed);
        } finally {
            if (taken == null) {
                OWNED.remove(folder);
            }
        }
    }

    /** As {@link #tryTake}, waiting for another program to let go. */
    public static Optional<DataLock> take(Path data, Duration atMost, Time time)
            throws DataFolderProblem, InterruptedException {
        long end = time.ticker().nanos() + atMost.toNanos();
        var taken = tryTake(data);
        while (taken.isEmpty() && time.ticker().nanos() < end) {
            time.pause().forAtLeast(NEXT_TRY);
            taken = tryTake(data);
        }
        return taken;
    }

    /** The folder owned, absolute. */
    public Path folder() {
        return folder;
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // the system lets go of it in any case
        } finally {
            OWNED.remove(folder);
        }
    }

    private static @Nullable DataLock lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new DataLock(folder, channel);
    }

    private static Path prepared(Path data) throws DataFolderProblem {
        try {
            if (!Files.exists(data)) {
                PrivateFolder.create(data);
            } else if (!Files.isDirectory(data)) {
                throw new DataFolderProblem(
                        "The data folder " + data + " is a file: name a folder with --data.");
            } else if (isOurs(data)) {
                PrivateFolder.tighten(data, "rwx------");
            }
            return data.toRealPath();
        } catch (IOException failed) {
            throw problem(data, failed);
        }
    }

    /** Somebody's folder that was named by mistake keeps its mode. */
    private static boolean isOurs(Path data) throws IOException {
        try (var entries = Files.newDirectoryStream(data)) {
            return Files.exists(data.resolve("lock"))
                    || Files.exists(data.resolve("pilotempo.log"))
                    || !entries.iterator().hasNext();
        }
    }

    private static DataFolderProblem problem(Path data, IOException failed) {
        var reason = String.valueOf(failed.getMessage());
        var why =
                failed instanceof AccessDeniedException
                        ? "is not yours to write"
                        : reason.contains("Read-only")
                                ? "is on a read-only disk"
                                : reason.contains("No space")
                                        ? "is on a full disk"
                                        : "can't be used";
        return new DataFolderProblem(
                "The data folder " + data + " " + why + ": name another one with --data.");
    }
}
