package pilotempo.ui.dashboard;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.DirectionLabel;
import pilotempo.ui.component.FlowArrow;
import pilotempo.ui.component.FlowBox;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Ring;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.ValueLabel;

/** The fleet's ring, its power, and the flow. A layout without one of the parts leaves it out. */
final class HeroController {
    private final Language language;

    @FXML private @Nullable Ring ring;
    @FXML private @Nullable Label energy;
    @FXML private @Nullable Label caption;
    @FXML private @Nullable Label captionShort;
    @FXML private @Nullable DirectionLabel direction;
    @FXML private @Nullable ValueLabel power;
    @FXML private @Nullable Label timeLeft;
    @FXML private @Nullable Label timeLeftShort;
    @FXML private @Nullable FlowBox grid;
    @FXML private @Nullable FlowBox house;
    @FXML private @Nullable FlowBox batteries;
    @FXML private @Nullable FlowBox solar;
    @FXML private @Nullable FlowArrow gridArrow;
    @FXML private @Nullable FlowArrow batteriesArrow;
    @FXML private @Nullable FlowArrow solarArrow;

    private @Nullable HeroState shown;
    private @Nullable FlowState flowing;

    HeroController(Language language) {
        this.language = language;
    }

    /** Changes the ring's size, px. */
    void setDiameter(double pixels) {
        if (ring != null) {
            ring.setDiameter(pixels);
        }
    }

    void render(HeroState state) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        if (ring != null) {
            ring.show(state.level(), state.levelText(), state.percentSign(), state.ringTone());
            ring.setCaption(energy == null ? state.energy() : "");
        }
        if (direction != null) {
            direction.show(state.direction(), state.directionWord());
        }
        if (power != null) {
            power.show(state.power(), "W");
        }
        text(energy, state.energy());
        text(caption, state.caption());
        text(captionShort, state.captionShort());
        text(timeLeft, state.timeLeft());
        text(timeLeftShort, state.timeLeftShort());
    }

    void render(FlowState flow) {
        if (flow.equals(flowing)) {
            return;
        }
        flowing = flow;
        box(grid, flow.gridTone(), flow.grid(), gridWord(flow));
        box(house, flow.house() == null ? Tone.UNKNOWN : Tone.HOUSE, flow.house(), "");
        box(batteries, Tone.ofPower(flow.batteries()), flow.batteries(), "");
        box(solar, flow.solar() == null ? Tone.UNKNOWN : Tone.SOLAR, flow.solar(), "");
        shown(solar, flow.withSolar());
        shown(solarArrow, flow.withSolar());
        arrow(gridArrow, flow.grid(), flow.gridTone(), true);
        arrow(batteriesArrow, flow.batteries(), Tone.ofPower(flow.batteries()), false);
        arrow(solarArrow, flow.solar(), Tone.SOLAR, false);
    }

    /** Positive powers run in the given direction, negative ones the other way. */
    private static void arrow(
            @Nullable FlowArrow arrow, @Nullable Double watts, Tone tone, boolean positiveToRight) {
        if (arrow != null) {
            boolean positive = watts == null || watts >= 0;
            boolean rest = tone == Tone.IDLE || tone == Tone.PLAIN;
            arrow.show(rest ? null : watts, tone, positive == positiveToRight);
        }
    }

    private void box(@Nullable FlowBox box, Tone tone, @Nullable Double watts, String word) {
        if (box != null) {
            var size = watts == null ? null : Math.abs(watts);
            box.show(
                    tone,
                    watts == null ? Formats.UNKNOWN : language.formats().watts(size),
                    "W",
                    word);
        }
    }

    private String gridWord(FlowState flow) {
        return switch (flow.gridTone()) {
            case IMPORT -> language.texts().get("flow.import");
            case EXPORT -> language.texts().get("flow.export");
            default -> "";
        };
    }

    private static void text(@Nullable Label label, String text) {
        if (label != null) {
            label.setText(text);
        }
    }

    private static void shown(@Nullable Node node, boolean shown) {
        if (node != null) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}
