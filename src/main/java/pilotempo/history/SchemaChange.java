package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/**
 * Makes or changes the tables of a database that is closed. H2 changes a table by copying it, in
 * several steps, and a kill between them leaves neither the old one nor the new: so it is done on a
 * copy, which takes the file's place in one move once it is whole.
 *
 * @param dataFolder where it lies
 * @param file the database
 * @param fileSystem H2's name of the file system
 * @param existing whether there is anything in it
 */
record SchemaChange(Path dataFolder, Path file, String fileSystem, boolean existing) {
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
        try (var work = WorkFolder.in(dataFolder)) {
            if (existing) {
                Files.copy(file, work.database());
            }
            HistoryFile.unordered(work.path(), fileSystem).changeHere();
            work.force();
            Files.move(
                    work.database(),
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new HistoryUnavailable(
                    "The database "
                            + file
                            + " can't be brought up to date: its folder needs room for a copy of"
                            + " it and must be writable. Nothing in it was changed.",
                    refused);
        }
    }
}
