package pilotempo.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the socket of a data folder stands: {@code DATA/socket.sock}, or, where that path is too
 * long for a socket, in a private runtime folder that the file {@code DATA/socket} names.
 */
final class SocketPlace {
    /** Systems allow 103 to 107 bytes. */
    private static final int LONGEST = 100;

    private static final String NAME = "socket.sock";
    private static final String NOTE = "socket";

    private SocketPlace() {}

    /** Where the socket is, as far as the folder tells; nobody need listen there. */
    static Optional<Path> find(Path data) {
        try {
            var folder = data.toRealPath();
            var note = folder.resolve(NOTE);
            if (Files.isRegularFile(note)) {
                return Optional.of(Path.of(Files.readString(note).strip()));
            }
            var usual = folder.resolve(NAME);
            return Files.exists(usual) ? Optional.of(usual) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Makes room for a new socket; the folder is absolute. Only the holder of the folder's lock may
     * do so.
     */
    static Path prepare(Path data, Path runtimeBase) throws IOException {
        clear(data);
        var usual = data.resolve(NAME);
        if (fits(usual)) {
            return usual;
        }
        var base =
                fits(runtimeBase.resolve("pilotempo01234567890123456789/" + NAME))
                        ? runtimeBase
                        : Path.of("/tmp");
        var socket = PrivateFolder.createIn(base).resolve(NAME);
        Files.writeString(data.resolve(NOTE), socket.toString(), StandardCharsets.UTF_8);
        return socket;
    }

    /** Removes a socket and its runtime folder. Only the holder of the folder's lock may do so. */
    static void clear(Path data) throws IOException {
        var found = find(data);
        Files.deleteIfExists(data.resolve(NAME));
        Files.deleteIfExists(data.resolve(NOTE));
        if (found.isPresent() && found.get().endsWith(NAME)) {
            Files.deleteIfExists(found.get());
            var folder = found.get().getParent();
            if (folder != null && !folder.equals(data)) {
                removeEmpty(folder);
            }
        }
    }

    private static void removeEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException notEmpty) {
            // not only ours: it stays
        }
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
