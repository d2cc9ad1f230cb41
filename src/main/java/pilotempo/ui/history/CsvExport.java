package pilotempo.ui.history;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import pilotempo.battery.Mac;
import pilotempo.engine.Engine;
import pilotempo.history.ExportRequest;
import pilotempo.history.Step;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.component.FileExport;
import pilotempo.ui.component.Texts;

/**
 * What is shown as CSV, as finely as it is shown.
 *
 * @param name of the file
 * @param request what exactly
 * @param total rows, about
 */
record CsvExport(Engine engine, Texts texts, String name, ExportRequest request, long total)
        implements FileExport {
    /** Of a window and the batteries shown. */
    static CsvExport of(
            Engine engine,
            Texts texts,
            ChartWindow window,
            Step step,
            List<HistoryQuestion.Battery> batteries,
            long rows) {
        var ids = new HashMap<Mac, String>();
        batteries.forEach(battery -> ids.put(battery.mac(), battery.id()));
        var request =
                new ExportRequest(
                        window.from(),
                        window.to(),
                        batteries.stream().map(HistoryQuestion.Battery::mac).toList(),
                        ids,
                        step,
                        ExportRequest.Format.CSV);
        var name = fileName(window, engine.zone(), "csv");
        return new CsvExport(engine, texts, name, request, rows);
    }

    /** "pilotempo-2025-12-31-2026-01-06.csv": first and last local day. */
    static String fileName(ChartWindow window, ZoneId zone, String kind) {
        var day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone);
        var first = day.format(window.from());
        var last = day.format(window.to().minusMillis(1));
        return "pilotempo-" + first + (last.equals(first) ? "" : "-" + last) + "." + kind;
    }

    @Override
    public long write(OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException {
        var rows = new AtomicLong();
        engine.export(
                request,
                out,
                count -> {
                    rows.set(count);
                    progress.accept(count);
                });
        return rows.get();
    }

    @Override
    public String going(long written) {
        return texts.get("export.goes", written);
    }

    @Override
    public String done(long written, String file) {
        return texts.get("export.done", written, file);
    }
}
