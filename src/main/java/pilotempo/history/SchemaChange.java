package pilotempo.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Makes or changes the tables of a database that is closed. H2 changes a table by copying it, in
 * several steps, and a kill between them leaves neither the old one nor the new: so it is done on a
 * copy, which takes the file's place in one move once it is whole.
 *
 * @param file the database
 * @param fileSystem H2's name of the file system
 * @param existing whether there is anything in it
 */
record SchemaChange(Path file, String fileSystem, boolean existing) {
    /**
     * Does it.
     *
     * @param here the same database, for a file system that has no files to move
     */
    void make(HistoryFile here) throws SQLException {
        if (!fileSystem.equals("file:")) {
            here.changeHere();
            return;
        }
        var folder = file.resolveSibling("history-upgrade");
        try {
            clear(folder);
            Files.createDirectories(folder);
            var copy = folder.resolve(file.getFileName());
            if (existing) {
                Files.copy(file, copy);
            }
            new HistoryFile(folder, fileSystem).changeHere();
            try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    copy,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            clear(folder);
        } catch (IOException refused) {
            throw new HistoryUnavailable(
                    "The database "
                            + file
                            + " can't be brought up to date: its folder needs room for a copy of"
                            + " it and must be writable. Nothing in it was changed.",
                    refused);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var left = Files.list(folder)) {
            for (var old : left.toList()) {
                Files.delete(old);
            }
        }
        Files.delete(folder);
    }
}
