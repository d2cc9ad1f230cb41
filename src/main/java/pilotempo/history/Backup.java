package pilotempo.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A copy of the open database, made by H2 itself: a zip with the file as it was at one moment,
 * whatever is written meanwhile.
 */
final class Backup {
    private static final Duration TELL = Duration.ofMillis(500);

    private final HistoryFile file;
    private final Reads database;

    Backup(HistoryFile file, Reads database) {
        this.file = file;
        this.database = database;
    }

    void write(Path to, boolean replace, Consumer<CopyProgress> progress)
            throws IOException, InterruptedException {
        var target = to.toAbsolutePath();
        check(target, replace);
        var part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            copy(part, progress);
            if (replace) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, target);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void check(Path target, boolean replace) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a folder: name a file in it");
        }
        if (Files.exists(target) && !replace) {
            throw new FileAlreadyExistsException(target.toString());
        }
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private void copy(Path part, Consumer<CopyProgress> progress)
            throws IOException, InterruptedException {
        long total = Files.size(file.path());
        try {
            database.interruptibly(
                    connection -> {
                        try (var statement = connection.createStatement()) {
                            return statement.execute(
                                    "BACKUP TO '" + part.toString().replace("'", "''") + "'");
                        }
                    },
                    TELL,
                    () -> progress.accept(new CopyProgress(size(part), total)));
        } catch (HistoryUnavailable failed) {
            throw new IOException(
                    "the backup could not be written to "
                            + part.getParent()
                            + ": check that there is room",
                    failed);
        }
        long done = size(part);
        progress.accept(new CopyProgress(done, done));
    }

    private static long size(Path part) {
        return part.toFile().length();
    }
}
