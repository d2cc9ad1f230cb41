package pilotempo.ui.dashboard;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.DirectionLabel;
import pilotempo.ui.component.FreshnessLabel;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Tone;

/** Fills the worded parts of a battery's card: mode, state, age, direction. */
record BatteryCardParts(BatteryCardState state, Language language) {
    void fill(
            @Nullable Tag mode,
            @Nullable Label modeText,
            @Nullable Tag tag,
            @Nullable FreshnessLabel age,
            @Nullable Label ageText,
            @Nullable DirectionLabel direction,
            @Nullable DirectionLabel arrow) {
        if (mode != null) {
            mode.show(Tone.PLAIN, state.mode());
            shown(mode, !state.mode().isEmpty());
        }
        if (modeText != null) {
            modeText.setText(state.mode());
        }
        boolean tagged = !state.tag().isEmpty();
        if (tag != null) {
            tag.show(state.tagTone(), state.tag());
            shown(tag, tagged);
        }
        if (age != null) {
            age.show(Tone.OK, state.age());
            shown(age, !tagged && !state.age().isEmpty());
        }
        if (ageText != null) {
            ageText.setText(state.age());
        }
        boolean stale = state.presence() != Presence.LIVE;
        if (direction != null) {
            direction.show(state.direction(), directionWord(direction), stale);
        }
        if (arrow != null) {
            boolean silent = state.presence() == Presence.SILENT;
            arrow.show(silent ? Tone.ATTENTION : state.direction(), "", stale && !silent);
        }
    }

    private String directionWord(DirectionLabel label) {
        return state.presence() == Presence.SILENT && label.getStyleClass().contains("short")
                ? language.texts().get("battery.silentShort")
                : state.directionWord();
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
