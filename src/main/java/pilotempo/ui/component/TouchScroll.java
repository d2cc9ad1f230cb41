package pilotempo.ui.component;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Something that may be taller than its place. On the desktop a plain scroll pane; on the kiosk it
 * follows the finger, and two buttons that a thumb hits stand beside it while there is more.
 */
public final class TouchScroll extends HBox {
    private static final double OVERLAP = 0.85;

    private final ScrollPane scroll = new ScrollPane();
    private final Region content;
    private final VBox buttons = new VBox();
    private final Button above;
    private final Button below;

    /**
     * @param kiosk whether it is for a thumb
     * @param up what the button towards the top is called
     * @param down what the other is called
     */
    public TouchScroll(Region content, boolean kiosk, String up, String down) {
        this.content = content;
        getStyleClass().add("touch-scroll");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("page-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        setMinHeight(0);
        setMinWidth(0);
        above = button(Icon.ABOVE, up, -1);
        below = button(Icon.BELOW, down, 1);
        getChildren().add(scroll);
        if (kiosk) {
            scroll.setPannable(true);
            scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setFocusTraversable(false);
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            buttons.getChildren().setAll(above, space, below);
            buttons.setAlignment(Pos.CENTER);
            buttons.setMinWidth(USE_PREF_SIZE);
            getChildren().add(buttons);
            setSpacing(8);
            content.heightProperty().addListener(_ -> Platform.runLater(this::fit));
            scroll.viewportBoundsProperty().addListener(_ -> Platform.runLater(this::fit));
            scroll.vvalueProperty().addListener(_ -> fit());
        }
        fit();
    }

    /** Brings a part of the content into sight. */
    public void reveal(Node part) {
        double room = hidden();
        if (room <= 0) {
            return;
        }
        var bounds = content.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        double from = scroll.getVvalue() * room;
        double seen = scroll.getViewportBounds().getHeight();
        if (bounds.getMinY() < from) {
            scroll.setVvalue(bounds.getMinY() / room);
        } else if (bounds.getMaxY() > from + seen) {
            scroll.setVvalue((bounds.getMaxY() - seen) / room);
        }
    }

    /** To the top. */
    public void toTop() {
        scroll.setVvalue(0);
    }

    private double hidden() {
        return content.getHeight() - scroll.getViewportBounds().getHeight();
    }

    private Button button(Icon icon, String words, int direction) {
        var button = new Button("", icon.node(24));
        button.getStyleClass().add("scroll-button");
        button.setAccessibleText(words);
        button.setOnAction(_ -> page(direction));
        return button;
    }

    private void page(int direction) {
        double room = hidden();
        if (room > 0) {
            double step = scroll.getViewportBounds().getHeight() * OVERLAP / room;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + direction * step, 0, 1));
        }
    }

    private void fit() {
        boolean more = hidden() > 1 && scroll.getViewportBounds().getHeight() > 0;
        buttons.setVisible(more);
        buttons.setManaged(more);
        above.setDisable(scroll.getVvalue() <= 0.001);
        below.setDisable(scroll.getVvalue() >= 0.999);
    }
}
