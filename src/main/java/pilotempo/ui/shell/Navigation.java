package pilotempo.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;

/** The rail at the left on the desktop, the bar at the bottom of the kiosk. */
final class Navigation {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Texts texts;
    private final Map<Destination, Button> buttons = new EnumMap<>(Destination.class);
    private final Pane node;
    private @Nullable Button more;

    private Navigation(Texts texts, Pane node) {
        this.texts = texts;
        this.node = node;
    }

    static Navigation rail(List<Destination> places, Texts texts, Consumer<Destination> go) {
        var rail = new VBox();
        rail.getStyleClass().add("rail");
        var navigation = new Navigation(texts, rail);
        var logo = new Logo(32);
        VBox.setVgrow(logo, Priority.NEVER);
        rail.getChildren().add(logo);
        var foot = new ArrayList<Node>();
        for (var place : places.stream().filter(place -> !place.inTheHeader()).toList()) {
            var button = navigation.button(place.icon(), texts.get(place.key()), 22);
            button.setOnAction(pressed -> go.accept(place));
            navigation.buttons.put(place, button);
            if (place.atTheFoot()) {
                foot.add(button);
            } else {
                rail.getChildren().add(button);
            }
        }
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        rail.getChildren().add(gap);
        rail.getChildren().addAll(foot);
        return navigation;
    }

    static Navigation bottomBar(
            List<Destination> places, Texts texts, Consumer<Destination> go, Runnable showMore) {
        var bar = new HBox();
        bar.getStyleClass().add("bottom-bar");
        var navigation = new Navigation(texts, bar);
        for (var place : kioskOrder(places)) {
            var button = navigation.button(place.icon(), texts.get(place.key()), 24);
            button.setOnAction(pressed -> go.accept(place));
            navigation.buttons.put(place, button);
            navigation.grow(button);
        }
        if (places.stream().anyMatch(Destination::behindMore)) {
            var button = navigation.button(Icon.MORE, texts.get("nav.more"), 24);
            button.setOnAction(pressed -> showMore.run());
            navigation.more = button;
            navigation.grow(button);
        }
        return navigation;
    }

    Node node() {
        return node;
    }

    /** Marks where we are; null = behind "more". */
    void mark(@Nullable Destination current) {
        buttons.forEach(
                (place, button) -> button.pseudoClassStateChanged(CURRENT, place == current));
        if (more != null) {
            more.pseudoClassStateChanged(CURRENT, current == null || current.behindMore());
        }
    }

    /** Icons alone, their words as tooltips. */
    void setIconsOnly(boolean iconsOnly) {
        node.getStyleClass().remove("narrow");
        if (iconsOnly) {
            node.getStyleClass().add("narrow");
        }
        buttons.forEach(
                (place, button) -> {
                    button.setContentDisplay(
                            iconsOnly ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP);
                    button.setTooltip(iconsOnly ? new Tooltip(texts.get(place.key())) : null);
                });
    }

    private static List<Destination> kioskOrder(List<Destination> places) {
        return java.util.stream.Stream.of(
                        Destination.HOME,
                        Destination.HISTORY,
                        Destination.TEMPO,
                        Destination.AUTOMATION)
                .filter(places::contains)
                .toList();
    }

    private void grow(Button button) {
        HBox.setHgrow(button, Priority.ALWAYS);
        node.getChildren().add(button);
    }

    private Button button(Icon icon, String word, int size) {
        var button = new Button(word, icon.node(size));
        button.getStyleClass().setAll("nav-item");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setAccessibleText(word);
        return button;
    }
}
