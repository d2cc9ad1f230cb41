package pilotempo.ui.history;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import pilotempo.ui.component.Icon;

/** Buttons that are an icon, named for those who don't see it. */
final class Controls {
    private Controls() {}

    static Button icon(Icon icon, String words, boolean kiosk, Runnable pressed) {
        var button = new Button("", icon.node(20));
        button.getStyleClass().add("square-button");
        button.setAccessibleText(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (!kiosk) {
            button.setTooltip(new Tooltip(words));
        }
        button.setOnAction(_ -> pressed.run());
        return button;
    }
}
