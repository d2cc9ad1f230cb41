package pilotempo.ui.dashboard;

import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.DirectionLabel;
import pilotempo.ui.component.FreshnessLabel;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.LevelBar;
import pilotempo.ui.component.Navigator;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Ring;
import pilotempo.ui.component.Sparkline;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.ValueLabel;

/** One battery's card, row or tile. A layout without one of the parts leaves it out. */
final class BatteryCardController {
    private static final int HALF_HOURS = 4;

    private final Language language;
    private final Navigator navigator;

    @FXML private Region root;
    @FXML private Label name;
    @FXML private @Nullable Tag mode;
    @FXML private @Nullable Label modeText;
    @FXML private @Nullable Tag tag;
    @FXML private @Nullable FreshnessLabel age;
    @FXML private @Nullable Label ageText;
    @FXML private @Nullable Ring ring;
    @FXML private @Nullable ValueLabel level;
    @FXML private @Nullable LevelBar bar;
    @FXML private @Nullable DirectionLabel direction;
    @FXML private @Nullable DirectionLabel arrow;
    @FXML private @Nullable ValueLabel power;
    @FXML private @Nullable Label detail;
    @FXML private @Nullable Label temperature;
    @FXML private @Nullable Label since;
    @FXML private @Nullable Node curve;
    @FXML private @Nullable Sparkline sparkline;
    @FXML private @Nullable Label most;
    @FXML private @Nullable HBox axis;
    @FXML private @Nullable Node message;
    @FXML private @Nullable Text fact;
    @FXML private @Nullable Text advice;
    @FXML private @Nullable Button whatToDo;

    private @Nullable BatteryCardState shown;

    BatteryCardController(Language language, Navigator navigator) {
        this.language = language;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.BUTTON);
        root.setOnMouseClicked(clicked -> open());
        root.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                        open();
                        key.consume();
                    }
                });
        if (whatToDo != null) {
            whatToDo.setText(language.words().whatToDo());
            whatToDo.setGraphic(Icon.NEXT.node(18));
        }
    }

    void render(BatteryCardState state) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        state.state().applyTo(root);
        root.setAccessibleText(
                state.name() + ", " + state.levelText() + " %, " + state.directionWord());
        name.setText(state.name());
        new BatteryCardParts(state, language)
                .fill(mode, modeText, tag, age, ageText, direction, arrow);
        boolean old = state.presence() != Presence.LIVE;
        if (ring != null) {
            ring.show(state.level(), state.levelText(), state.percentSign(), state.ringTone());
        }
        if (level != null) {
            level.show(state.levelText(), state.percentSign());
            (old && state.level() != null ? Tone.STALE : Tone.PLAIN).applyTo(level);
        }
        if (bar != null) {
            bar.show(state.level(), state.ringTone());
        }
        if (power != null) {
            power.show(state.power(), "W");
            (state.presence() == Presence.LATE ? Tone.STALE : Tone.PLAIN).applyTo(power);
            boolean room = since == null || state.since().isEmpty();
            shown(power, room);
        }
        text(detail, state.detail());
        text(temperature, state.temperature());
        text(since, state.since());
        message(state);
    }

    private void message(BatteryCardState state) {
        boolean speaks = !state.fact().isEmpty();
        shown(message, speaks);
        shown(curve, !speaks);
        if (fact != null) {
            fact.setText(state.fact());
        }
        if (advice != null) {
            advice.setText(state.advice().isEmpty() ? "" : " " + state.advice());
        }
        boolean helpful = !state.advice().isEmpty();
        shown(whatToDo, helpful);
    }

    void draw(Sparkline.@Nullable Curve twoHours, Palette palette) {
        boolean any = twoHours != null && twoHours.times().length > 1;
        if (sparkline != null && twoHours != null) {
            sparkline.show(twoHours, palette);
            times(twoHours);
        }
        text(most, any && twoHours != null ? most(twoHours.greatest()) : noCurve());
    }

    private String noCurve() {
        return language.texts().get("battery.noCurve");
    }

    private String most(double watts) {
        return Math.abs(watts) < 1
                ? language.texts().get("battery.atRest")
                : language.texts().get("battery.most", language.formats().wattsWithUnit(watts));
    }

    /** Every half hour below the curve. */
    private void times(Sparkline.Curve twoHours) {
        if (axis == null) {
            return;
        }
        axis.getChildren().clear();
        for (int i = 0; i <= HALF_HOURS; i++) {
            if (i > 0) {
                var gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                axis.getChildren().add(gap);
            }
            long at = twoHours.from() + (twoHours.until() - twoHours.from()) * i / HALF_HOURS;
            var label = new Label(language.formats().time(Instant.ofEpochMilli(at)));
            label.getStyleClass().addAll("smallest", "muted");
            axis.getChildren().add(label);
        }
    }

    @FXML
    void showWhatToDo() {
        if (shown != null) {
            navigator.go(new Place.Diagnostics(shown.id()));
        }
    }

    private void open() {
        if (shown != null) {
            navigator.go(new Place.Battery(shown.id()));
        }
    }

    private static void text(@Nullable Label label, String text) {
        if (label != null) {
            label.setText(text);
            shown(label, !text.isEmpty());
        }
    }

    private static void shown(@Nullable Node node, boolean shown) {
        if (node != null) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}
