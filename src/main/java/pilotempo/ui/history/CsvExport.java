package pilotempo.ui.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import pilotempo.battery.Mac;
import pilotempo.engine.Engine;
import pilotempo.history.ExportRequest;
import pilotempo.history.Step;
import pilotempo.live.FleetSnapshot;
import pilotempo.ui.chart.ChartWindow;

/** Writes an export beside its destination and moves it there when it is whole. */
final class CsvExport {
    private CsvExport() {}

    /** "pilotempo-2025-12-31-2026-01-06.csv": first and last local day. */
    static String fileName(ChartWindow window, ZoneId zone) {
        var day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone);
        return "pilotempo-"
                + day.format(window.from())
                + "-"
                + day.format(window.to().minusMillis(1))
                + ".csv";
    }

    /** What is shown, as finely as it is shown. */
    static ExportRequest request(ChartWindow window, Step step, FleetSnapshot fleet) {
        var batteries = HistoryQuestion.batteries(fleet);
        var ids = new HashMap<Mac, String>();
        batteries.forEach(battery -> ids.put(battery.mac(), battery.id()));
        return new ExportRequest(
                window.from(),
                window.to(),
                batteries.stream().map(HistoryQuestion.Battery::mac).toList(),
                ids,
                step,
                ExportRequest.Format.CSV);
    }

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
