package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in the place of the database, while no program has it open. Nothing changes before
 * the backup has been unpacked, opened and brought up to date; the present database is kept.
 */
public final class Restore {
    private static final String ENTRY = "history.mv.db";
    private static final int BUFFER = 1 << 16;

    /**
     * What was done.
     *
     * @param readings in the database now
     * @param kept where the database is that was there before
     */
    public record Restored(long readings, Optional<Path> kept) {}

    private final Path backup;
    private final Path dataFolder;

    /**
     * A restore that has not begun.
     *
     * @param backup made by {@link History#backup}
     * @param dataFolder where the database lies
     */
    public Restore(Path backup, Path dataFolder) {
        this.backup = backup.toAbsolutePath();
        this.dataFolder = dataFolder.toAbsolutePath();
    }

    /**
     * Restores.
     *
     * @throws HistoryUnavailable when the backup is none, is damaged, or was made by a newer
     *     Pilotempo; the present database is as it was
     * @throws IOException when the backup can't be read or there is no room
     */
    public Restored run(Consumer<CopyProgress> progress) throws IOException, InterruptedException {
        if (!Files.isRegularFile(backup)) {
            throw new NoSuchFileException(backup.toString());
        }
        Files.createDirectories(dataFolder);
        try (var work = WorkFolder.in(dataFolder)) {
            unpack(work, progress);
            long readings = check(work.path());
            var place = RestoredFile.in(dataFolder.resolve(ENTRY));
            Files.move(work.database(), place.waiting());
            return new Restored(readings, place.settle().map(SetAside::to));
        }
    }

    private void unpack(WorkFolder work, Consumer<CopyProgress> progress)
            throws IOException, InterruptedException {
        try (var zip = new ZipFile(backup.toFile())) {
            var entry = zip.getEntry(ENTRY);
            if (entry == null) {
                throw none(null);
            }
            try (var in = zip.getInputStream(entry);
                    var out = Files.newOutputStream(work.database())) {
                var buffer = new byte[BUFFER];
                long done = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    out.write(buffer, 0, read);
                    done += read;
                    progress.accept(new CopyProgress(done, Math.max(done, entry.getSize())));
                }
            }
        } catch (ZipException broken) {
            throw none(broken);
        }
        work.force();
    }

    /** Opens it as the program will, and gives it an identity of its own. */
    private long check(Path folder) {
        var file = new HistoryFile(folder, "file:");
        try (var connection = file.open()) {
            connection.setAutoCommit(false);
            FactTable.put(connection, FactTable.IDENTITY, UUID.randomUUID().toString());
            try (var marks = connection.createStatement()) {
                // What a server has of the old numbers says nothing of the new ones.
                marks.execute("DELETE FROM sync_mark");
            }
            connection.commit();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT COUNT(*) FROM reading")) {
                return found.next() ? found.getLong(1) : 0;
            }
        } catch (SQLException | HistoryDamaged broken) {
            throw none(broken);
        }
    }

    private HistoryUnavailable none(@Nullable Exception why) {
        return new HistoryUnavailable(
                backup
                        + " is no whole backup of Pilotempo's database: nothing was changed, choose"
                        + " another one.",
                why);
    }
}
