package pilotempo.ui.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import pilotempo.ui.component.Texts;

/** Loads this package's layouts. */
final class Fxml {
    private Fxml() {}

    /** Fills the controller's fields. A layout that is missing or broken is a bug. */
    static void load(String file, Texts texts, Object controller) {
        var loader = new FXMLLoader(Fxml.class.getResource(file), texts.bundle());
        loader.setControllerFactory(type -> controller);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
