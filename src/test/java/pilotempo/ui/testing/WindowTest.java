package pilotempo.ui.testing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import pilotempo.lifecycle.Signal;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Navigator;
import pilotempo.ui.component.Stylesheets;
import pilotempo.ui.component.UiContext;

/**
 * Base of tests that need JavaFX, on its Headless platform: a stage at 0,0 (else scrolling goes to
 * the wrong place), scenes of an exact size, keys released after each test.
 */
public abstract class WindowTest extends FxRobot {
    /** The stage, hidden until {@link #open}. */
    protected Stage stage;

    /** The signal that a view's context ticks by; a test sends it on the FX thread. */
    protected final Signal clockTick = new Signal();

    private BackgroundWork work;

    /** Starts JavaFX once, and resets the stage. */
    @BeforeEach
    protected void openToolkit() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        work = new BackgroundWork(Platform::runLater);
        FxToolkit.setupStage(
                primary -> {
                    // A stage that a test left iconified would hear no key.
                    primary.setIconified(false);
                    primary.setFullScreen(false);
                    primary.setMaximized(false);
                    primary.setX(0);
                    primary.setY(0);
                });
    }

    /** Leaves nothing pressed, shown or running. */
    @AfterEach
    protected void closeStage() throws TimeoutException {
        release(new javafx.scene.input.KeyCode[0]);
        release(new javafx.scene.input.MouseButton[0]);
        onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        FxToolkit.cleanupStages();
        work.close();
    }

    /** Runs on the FX thread and waits for the result. */
    protected static <T> T onFx(Callable<T> callable) {
        try {
            return WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(callable));
        } catch (TimeoutException late) {
            throw new AssertionError("the FX thread did not answer in 30 s", late);
        }
    }

    /** Runs on the FX thread and waits. */
    protected static void onFx(Runnable runnable) {
        onFx(
                () -> {
                    runnable.run();
                    return true;
                });
    }

    /** Waits until a condition, asked on the FX thread, holds; fails after 30 s. */
    protected static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> onFx(condition));
    }

    /** Shows a root, dressed, in a scene of exactly that size. */
    protected Scene open(Callable<? extends Parent> root, Pictures.Size size, boolean dark) {
        return onFx(
                () -> {
                    var scene = new Scene(root.call(), size.width(), size.height());
                    Stylesheets.apply(scene, dark, size == Pictures.Size.KIOSK);
                    stage.setScene(scene);
                    stage.sizeToScene();
                    stage.show();
                    // Without it the Headless platform sends keys to the window of an earlier test.
                    stage.requestFocus();
                    return scene;
                });
    }

    /** What a view is given; it navigates to where the test wants. */
    protected UiContext context(
            StillEngine engine, Locale locale, boolean kiosk, boolean dark, Navigator navigator) {
        return new UiContext(
                engine,
                new Formats(locale, engine.zone()),
                kiosk,
                dark,
                navigator,
                work,
                Platform::runLater,
                clockTick);
    }
}
