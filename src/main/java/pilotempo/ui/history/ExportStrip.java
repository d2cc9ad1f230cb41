package pilotempo.ui.history;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.history.ExportRequest;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;

/** The line that tells how an export goes; out of sight when there is none. */
final class ExportStrip extends HBox {
    private final UiContext context;
    private final Texts texts;
    private final Label words = new Label();
    private final Button button = new Button();
    private BackgroundWork.@Nullable Job job;

    ExportStrip(UiContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        getStyleClass().addAll("banner", "export-strip");
        Tone.PLAIN.applyTo(this);
        setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        button.setMinWidth(USE_PREF_SIZE);
        words.setMinWidth(0);
        getChildren().setAll(Icon.SAVE.node(), words, space, button);
        shown(false);
    }

    void start(ExportRequest request, Path file) {
        cancel();
        Tone.PLAIN.applyTo(this);
        words.setText(texts.get("export.begins"));
        button.setText(texts.get("cancel"));
        button.setOnAction(_ -> cancel());
        shown(true);
        var queued = new AtomicBoolean();
        job =
                context.work()
                        .start(
                                () ->
                                        CsvExport.write(
                                                context.engine(),
                                                request,
                                                file,
                                                rows -> progress(rows, queued)),
                                rows -> done(rows, file),
                                _ -> failed(request, file));
    }

    /** Stops it, and goes out of sight. FX thread. */
    void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        shown(false);
    }

    private void progress(long rows, AtomicBoolean queued) {
        if (queued.compareAndSet(false, true)) {
            context.fx()
                    .execute(
                            () -> {
                                queued.set(false);
                                if (job != null) {
                                    words.setText(texts.get("export.goes", rows));
                                }
                            });
        }
    }

    private void done(long rows, Path file) {
        job = null;
        Tone.OK.applyTo(this);
        words.setText(texts.get("export.done", rows, String.valueOf(file.getFileName())));
        closing();
    }

    private void failed(ExportRequest request, Path file) {
        job = null;
        Tone.ERROR.applyTo(this);
        words.setText(texts.get("export.failed", String.valueOf(file.getParent())));
        button.setText(texts.get("retry"));
        button.setOnAction(_ -> start(request, file));
    }

    private void closing() {
        button.setText(texts.get("close"));
        button.setOnAction(_ -> shown(false));
    }

    private void shown(boolean visible) {
        setVisible(visible);
        setManaged(visible);
    }
}
