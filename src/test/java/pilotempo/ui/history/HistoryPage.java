package pilotempo.ui.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import pilotempo.engine.Engine;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.FileDestination;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.StillEngine;

/** The history page with a past of its own. */
abstract class HistoryPage extends PageTest {
    protected StillEngine still = StillEngine.of(3);
    protected Past past = new Past(still);
    protected @Nullable HistoryView view;

    protected HistoryView open(Locale locale, boolean kiosk, boolean dark) {
        return open(locale, kiosk, dark, (_, _, _) -> Optional.empty());
    }

    protected HistoryView open(Locale locale, boolean kiosk, boolean dark, FileDestination files) {
        var context = with(past.engine(), context(still, locale, kiosk, dark, _ -> {}));
        open(
                () -> {
                    var made = new HistoryView(context, files);
                    view = made;
                    return framed(made.node(), kiosk);
                },
                kiosk ? Pictures.Size.KIOSK : Pictures.Size.DESKTOP,
                dark);
        var made = Objects.requireNonNull(view);
        onFx(made::shown);
        return made;
    }

    protected static UiContext with(Engine engine, UiContext context) {
        return new UiContext(
                engine,
                context.formats(),
                context.kiosk(),
                context.dark(),
                context.navigator(),
                context.work(),
                context.fx(),
                context.clockTick());
    }

    protected HistoryChart chart() {
        return lookup(".history-chart").query();
    }

    protected void mouse(EventType<MouseEvent> type, double x) {
        mouse(type, x, MouseButton.PRIMARY, 1);
    }

    protected void mouse(EventType<MouseEvent> type, double x, MouseButton button, int clicks) {
        onFx(
                () ->
                        chart().fireEvent(
                                        new MouseEvent(
                                                type,
                                                x,
                                                200,
                                                x,
                                                200,
                                                button,
                                                clicks,
                                                false,
                                                false,
                                                false,
                                                false,
                                                button == MouseButton.PRIMARY,
                                                false,
                                                button == MouseButton.SECONDARY,
                                                false,
                                                false,
                                                true,
                                                null)));
    }

    protected void loaded() {
        until(() -> !chart().summary().isEmpty() && !says("Chargement") && !says("Loading"));
        // The chart knows its scale only once laid out; a test may be quicker than the next pulse.
        onFx(() -> stage.getScene().getRoot().layout());
    }

    protected String where() {
        return onFx(() -> lookup(".range-title").queryAs(Label.class).getText());
    }

    protected static boolean isEmpty(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            return left.findAny().isEmpty();
        }
    }

    /** Another range, once it is loaded and drawn. */
    protected void another(String words) {
        var before = onFx(() -> chart().summary());
        press(words);
        until(() -> !chart().summary().equals(before));
        loaded();
    }
}
