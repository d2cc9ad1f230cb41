package pilotempo.app.window;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.engine.Engine;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Gallery;
import pilotempo.ui.component.Stylesheets;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.WindowOptions;

/** The window of this process, from opening to closing. */
public final class WindowApp {
    private static final Logger LOG = LoggerFactory.getLogger(WindowApp.class);

    private final boolean kiosk;
    private final boolean gallery;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable MainWindow window;

    /** The window, the kiosk or the gallery of components. */
    public WindowApp(boolean kiosk, boolean gallery) {
        this.kiosk = kiosk;
        this.gallery = gallery;
    }

    /** No window can be opened on this machine; the message says what is missing. */
    public static final class NoToolkit extends Exception {
        private static final long serialVersionUID = 1;

        NoToolkit(String message) {
            super(message);
        }
    }

    /** Opens the window and returns when the user has closed it. */
    public void run(Engine engine) throws InterruptedException, NoToolkit {
        startJavaFx();
        FxThread.call(
                () -> {
                    var stage = new Stage();
                    if (gallery) {
                        gallery(stage, engine);
                    } else {
                        main(stage, engine);
                    }
                    stage.setOnHidden(_ -> closed.countDown());
                    return stage;
                });
        closed.await();
        FxThread.call(
                () -> {
                    var open = window;
                    if (open != null) {
                        open.close();
                    }
                    return true;
                });
        Platform.exit();
    }

    /**
     * Brings the window before all others, from any thread. Returns the exit code of the command
     * that asked.
     */
    public int toFront() {
        Platform.runLater(
                () -> {
                    var open = window;
                    if (open != null) {
                        open.toFront();
                    }
                });
        return 0;
    }

    private void main(Stage stage, Engine engine) {
        var opened = new MainWindow(engine, WindowOptions.usual(kiosk), Views.all());
        window = opened;
        opened.show(stage);
    }

    private static void gallery(Stage stage, Engine engine) {
        var formats = new Formats(Locale.getDefault(), engine.zone());
        var scroll = new ScrollPane(new Gallery(formats, false).node());
        scroll.setFitToWidth(true);
        var scene = new Scene(new StackPane(scroll), 1280, 800);
        Stylesheets.apply(scene, false, false);
        stage.setTitle("Pilotempo");
        stage.setScene(scene);
        stage.show();
    }

    private static void startJavaFx() throws InterruptedException, NoToolkit {
        try {
            FxThread.start();
        } catch (UnsupportedOperationException | LinkageError missing) {
            LOG.error("JavaFX does not start", missing);
            throw new NoToolkit(
                    "no window can be opened here: on Debian and Raspberry Pi OS install libgtk-3-0, libgl1,"
                            + " libxtst6 and libxxf86vm1, and check that DISPLAY names a screen; 'collect' needs none of it");
        }
    }
}
