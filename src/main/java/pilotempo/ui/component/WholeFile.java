package pilotempo.ui.component;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;

/** Writes a file beside its destination and moves it there when it is whole. */
public final class WholeFile {
    private WholeFile() {}

    /** How much was written. Waits; interrupted or failed it leaves nothing behind. */
    public static long write(FileExport export, Path file, LongConsumer progress)
            throws IOException, InterruptedException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                written = export.write(out, progress);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("export cancelled");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
