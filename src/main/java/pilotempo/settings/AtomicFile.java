package pilotempo.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import pilotempo.settings.SettingsProblem.Kind;

/** Replaces a file at once: after a crash it is the old one or the new one, never half of one. */
final class AtomicFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private AtomicFile() {}

    /** Writes text, mode 0600, through a file in the same folder. A link is followed. */
    static void write(Path named, String text) throws SettingsProblem {
        try {
            var file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
            var folder = file.getParent();
            if (folder == null) {
                throw new IOException("no folder");
            }
            if (!Files.isDirectory(folder)) {
                createFolder(folder);
            }
            replace(file, folder, text);
        } catch (IOException | ReadOnlyFileSystemException failed) {
            throw problem(named, failed);
        }
    }

    private static void replace(Path file, Path folder, String text) throws IOException {
        var fresh = createFile(folder);
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(folder);
    }

    private static Path createFile(Path folder) throws IOException {
        return POSIX
                ? Files.createTempFile(
                        folder,
                        ".pilotempo",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".pilotempo", ".tmp");
    }

    private static void createFolder(Path folder) throws IOException {
        var parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (POSIX) {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Makes the new name survive a power cut; not every system can, none needs it to be right. */
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // the file itself is on disk
        }
    }

    /** Why it was not written and what to do. */
    static SettingsProblem problem(Path file, Exception failed) {
        var reason = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (failed instanceof AccessDeniedException
                || failed instanceof ReadOnlyFileSystemException
                || reason.contains("read-only")) {
            return problem(
                    Kind.READ_ONLY,
                    file,
                    "it can't be changed, its folder is read-only: edit it by hand or make the"
                            + " folder writable");
        }
        if (reason.contains("busy") || reason.contains("cross-device")) {
            return problem(
                    Kind.MOUNTED_ALONE,
                    file,
                    "it can't be changed, it is mounted as a single file: mount its folder"
                            + " instead");
        }
        return reason.contains("no space")
                ? problem(Kind.DISK_FULL, file, "it can't be written, the disk is full")
                : problem(Kind.UNWRITABLE, file, "it can't be written, check its folder");
    }

    private static SettingsProblem problem(Kind kind, Path file, String sentence) {
        return new SettingsProblem(kind, file + ": " + sentence, file.toString());
    }
}
