package pilotempo.ui.component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line that tells how an export goes; out of sight when there is none. FX thread. */
public final class ExportStrip extends HBox {
    private final UiContext context;
    private final Texts texts;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button button = new Button();
    private BackgroundWork.@Nullable Job job;

    /** Out of sight until something is exported. */
    public ExportStrip(UiContext context) {
        this.context = context;
        this.texts = Texts.of("pilotempo.ui.component.Component", context.locale());
        getStyleClass().addAll("banner", "export-strip");
        Tone.PLAIN.applyTo(this);
        setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        button.setMinWidth(USE_PREF_SIZE);
        words.setMinWidth(0);
        words.setWrapText(true);
        progress.setPrefWidth(220);
        progress.setMinWidth(80);
        getChildren().setAll(Icon.SAVE.node(), words, space, progress, button);
        visible(this, false);
    }

    /** Writes a file, in place of the one under way. */
    public void start(FileExport export, Path file) {
        cancel();
        Tone.PLAIN.applyTo(this);
        words.setText(texts.get("export.begins"));
        progress.setProgress(0);
        visible(progress, true);
        button.setText(texts.get("export.cancel"));
        button.setOnAction(_ -> cancel());
        visible(this, true);
        var told = new Told(export);
        job =
                context.work()
                        .start(
                                () -> WholeFile.write(export, file, told::written),
                                written -> done(export, written, file),
                                failure -> failed(export, file, failure));
    }

    /** Stops it, and goes out of sight. */
    public void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        visible(this, false);
    }

    /** Carries the newest progress to the FX thread, one task at a time. */
    private final class Told {
        private final FileExport export;
        private final AtomicBoolean queued = new AtomicBoolean();
        private final AtomicLong newest = new AtomicLong();

        Told(FileExport export) {
            this.export = export;
        }

        void written(long count) {
            newest.set(count);
            if (queued.compareAndSet(false, true)) {
                context.fx().execute(this::show);
            }
        }

        private void show() {
            queued.set(false);
            if (job != null) {
                long written = newest.get();
                words.setText(export.going(written));
                double share = (double) written / Math.max(1, export.total());
                // The total is about right, and only the end is the end.
                progress.setProgress(Math.min(0.98, share));
            }
        }
    }

    private void done(FileExport export, long written, Path file) {
        job = null;
        Tone.OK.applyTo(this);
        visible(progress, false);
        words.setText(export.done(written, String.valueOf(file.getFileName())));
        button.setText(texts.get("export.close"));
        button.setOnAction(_ -> visible(this, false));
    }

    private void failed(FileExport export, Path file, Exception failure) {
        job = null;
        Tone.ERROR.applyTo(this);
        visible(progress, false);
        words.setText(
                failure instanceof IOException
                        ? texts.get("export.failed", String.valueOf(file.getParent()))
                        : texts.get("export.unread"));
        button.setText(texts.get("export.retry"));
        button.setOnAction(_ -> start(export, file));
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
