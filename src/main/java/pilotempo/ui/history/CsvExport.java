package pilotempo.ui.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import pilotempo.engine.Engine;
import pilotempo.history.ExportRequest;

/** Writes an export beside its destination and moves it there when it is whole. */
final class CsvExport {
    private CsvExport() {}

    /** Rows written. Waits; interrupting it leaves nothing behind. */
    static long write(Engine engine, ExportRequest request, Path file, LongConsumer progress)
            throws IOException, InterruptedException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        var rows = new AtomicLong();
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                engine.export(
                        request,
                        out,
                        count -> {
                            rows.set(count);
                            progress.accept(count);
                        });
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("export cancelled");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return rows.get();
    }
}
