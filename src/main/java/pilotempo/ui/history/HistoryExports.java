package pilotempo.ui.history;

import javafx.scene.Node;
import javafx.scene.image.Image;
import pilotempo.ui.chart.ChartPicture;
import pilotempo.ui.component.ExportStrip;
import pilotempo.ui.component.FileDestination;
import pilotempo.ui.component.FileExport;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** Asks where an export should go, and starts it. FX thread. */
final class HistoryExports {
    private final UiContext context;
    private final Texts texts;
    private final FileDestination destination;
    private final ExportStrip strip;

    HistoryExports(UiContext context, Texts texts, FileDestination destination) {
        this.context = context;
        this.texts = texts;
        this.destination = destination;
        strip = new ExportStrip(context);
    }

    /** Tells how it goes. */
    ExportStrip node() {
        return strip;
    }

    void cancel() {
        strip.cancel();
    }

    void csv(Shown shown, HistoryState state) {
        var engine = context.engine();
        start(
                CsvExport.of(
                        engine,
                        texts,
                        shown.window(),
                        state.step(),
                        HistoryQuestion.batteries(engine.fleet(), shown.look()),
                        state.rows()),
                "csv.tip");
    }

    /** The picture is taken at once, of what is seen now. */
    void picture(Shown shown, HistoryState state) {
        var name = CsvExport.fileName(shown.window(), context.engine().zone(), "png");
        start(new PictureExport(texts, context.formats(), name, image(shown, state)), "png.tip");
    }

    private Image image(Shown shown, HistoryState state) {
        var engine = context.engine();
        var all = HistoryQuestion.batteries(engine.fleet());
        var some = HistoryQuestion.batteries(engine.fleet(), shown.look());
        var whose =
                all.size() == some.size()
                        ? texts.get("subtitle")
                        : String.join(", ", some.stream().map(one -> one.name()).toList());
        var title = "Pilotempo · " + texts.get("title") + " · " + whose;
        var formats = context.formats();
        return ChartPicture.of(state.chart(), title, shown.title(formats), formats, context.dark());
    }

    private void start(FileExport export, String dialogTitle) {
        Node node = strip;
        var owner = node.getScene() == null ? null : node.getScene().getWindow();
        destination
                .choose(owner, texts.get(dialogTitle), export.name())
                .ifPresent(file -> strip.start(export, file));
    }
}
