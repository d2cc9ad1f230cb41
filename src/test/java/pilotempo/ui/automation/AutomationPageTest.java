package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** Base of tests of the Automation pages by their words and buttons, in the real window. */
abstract class AutomationPageTest extends PageTest {
    final StillEngine engine = StillEngine.of(3);
    private @Nullable AutomationWindow opened;

    @AfterEach
    void closeWindow() {
        onFx(
                () -> {
                    stage.hide();
                    window().close();
                });
    }

    AutomationWindow window() {
        return Objects.requireNonNull(opened);
    }

    void open(Part part, Size size, Locale locale) {
        opened =
                onFx(
                        () -> {
                            var made =
                                    new AutomationWindow(
                                            engine, size, size == Size.KIOSK, locale, part);
                            stage.setScene(made.scene());
                            stage.sizeToScene();
                            stage.show();
                            stage.requestFocus();
                            return made;
                        });
        onFx(() -> {});
    }

    void desktop(Part part) {
        open(part, Size.DESKTOP, Locale.ENGLISH);
    }

    void fire(String id) {
        onFx(
                () -> {
                    window().layout();
                    var button = (ButtonBase) window().scene().lookup(id);
                    assertThat(button).as(id).isNotNull();
                    assertThat(seen(button)).as(id + " can be seen").isTrue();
                    button.fire();
                });
    }

    boolean dialog() {
        return onFx(() -> window().scene().lookup(".dialog-card") != null);
    }

    String text(String id) {
        return onFx(() -> ((Labeled) window().scene().lookup(id)).getText());
    }

    boolean there(String id) {
        return onFx(
                () -> {
                    window().layout();
                    Node node = window().scene().lookup(id);
                    return node != null && seen(node);
                });
    }

    void tick() {
        onFx(() -> window().tick());
    }
}
