package pilotempo.ui.component;

import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** Whether what is shown is the present: a dot and an age, a clock when late, words when silent. */
public final class FreshnessLabel extends Label {
    private @Nullable Tone shown;

    /** Says nothing yet. */
    public FreshnessLabel() {
        getStyleClass().add("freshness");
        setMinWidth(USE_PREF_SIZE);
    }

    /** {@code OK} = dot, {@code STALE} and {@code ATTENTION} = clock, {@code ERROR} = octagon. */
    public void show(Tone tone, String words) {
        setText(words);
        if (tone == shown) {
            return;
        }
        shown = tone;
        tone.applyTo(this);
        setGraphic(
                switch (tone) {
                    case OK -> {
                        var dot = new Circle(4.5);
                        dot.getStyleClass().add("dot");
                        yield dot;
                    }
                    case STALE, ATTENTION -> Icon.CLOCK.node(16);
                    case ERROR -> Icon.ERROR.node(16);
                    default -> null;
                });
    }
}
