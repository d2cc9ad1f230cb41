package pilotempo.ui.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a view's FXML with a controller that was made by whoever needs it. */
public final class Fxml {
    private Fxml() {}

    /** The root of the file beside the controller's class; {@code %key} are the words of texts. */
    public static Parent load(String file, Object controller, Texts texts) {
        var url =
                Objects.requireNonNull(
                        controller.getClass().getResource(file),
                        () -> file + " beside " + controller.getClass());
        var loader = new FXMLLoader(url, texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
