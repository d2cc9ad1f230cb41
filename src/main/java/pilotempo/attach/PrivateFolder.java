package pilotempo.attach;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that only their owner may enter, where the file system knows such a thing. */
final class PrivateFolder {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFolder() {}

    /** Makes a folder with mode 0700, and those above it as the system likes. */
    static void create(Path folder) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, mode("rwx------"));
        } catch (FileAlreadyExistsException another) {
            if (!Files.isDirectory(folder)) {
                throw another;
            }
        }
    }

    /** A new folder with mode 0700 and a name nobody else has. */
    static Path createIn(Path base) throws IOException {
        return Files.createTempDirectory(base, "pilotempo", mode("rwx------"));
    }

    /** Shuts others out; where that can't be done (a foreign mount) the folder stays as it is. */
    static void tighten(Path path, String mode) {
        if (POSIX) {
            try {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
            } catch (IOException foreign) {
                // a mounted volume of another owner: the mount decides
            }
        }
    }

    private static FileAttribute<?>[] mode(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }
}
