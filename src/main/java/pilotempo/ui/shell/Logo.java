package pilotempo.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import pilotempo.ui.component.Stylesheets;

/** The program's sign: a P on a rounded square. */
final class Logo extends StackPane {
    Logo(double size) {
        var letter = new Label("P");
        letter.getStyleClass().add("logo-letter");
        letter.setStyle("-fx-font-size: " + Math.round(size * 0.72) + "px;");
        var square = new StackPane(letter);
        square.getStyleClass().add("logo-square");
        square.setStyle("-fx-background-radius: " + Math.round(size * 0.25) + "px;");
        square.setMinSize(size, size);
        square.setMaxSize(size, size);
        getStyleClass().add("logo");
        getChildren().setAll(square);
    }

    /** For the window's frame and the task bar. FX thread. */
    static Image image(double size) {
        var logo = new Logo(size);
        logo.getStyleClass().setAll("logo-alone");
        var scene = new Scene(logo, size, size, Color.TRANSPARENT);
        Stylesheets.apply(scene, false, false);
        scene.getStylesheets().add(Frame.stylesheet());
        return scene.snapshot(null);
    }
}
