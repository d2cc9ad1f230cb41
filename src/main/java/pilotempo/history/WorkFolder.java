package pilotempo.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * A folder beside the database for one that is not whole yet. What a killed program left in it goes
 * when it is made again, and all of it when it is closed.
 */
record WorkFolder(Path path) implements AutoCloseable {
    /** Makes it, empty. */
    static WorkFolder in(Path dataFolder) throws IOException {
        var folder = new WorkFolder(dataFolder.resolve("history-work"));
        folder.close();
        Files.createDirectories(folder.path());
        return folder;
    }

    /** Where the database in it lies. */
    Path database() {
        return path.resolve("history.mv.db");
    }

    /** Makes the database in it survive a power cut. */
    void force() throws IOException {
        try (var channel = FileChannel.open(database(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
