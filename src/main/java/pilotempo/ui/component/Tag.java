package pilotempo.ui.component;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A small word in a box: a mode, or a state with its icon. */
public final class Tag extends Label {
    private @Nullable Tone shown;

    /** An empty plain tag. */
    public Tag() {
        getStyleClass().add("tag");
        setMinWidth(USE_PREF_SIZE);
        setTone(Tone.PLAIN);
    }

    /** A tag that says something. */
    public static Tag of(Tone tone, String text) {
        var tag = new Tag();
        tag.show(tone, text);
        return tag;
    }

    /**
     * Shows a state; {@code OK}, {@code ATTENTION}, {@code ERROR} and {@code STALE} have an icon.
     */
    public void show(Tone tone, String text) {
        setText(text);
        setTone(tone);
    }

    /** The tone. */
    public Tone getTone() {
        return shown == null ? Tone.PLAIN : shown;
    }

    /** Changes the tone. */
    public void setTone(Tone tone) {
        if (tone == shown) {
            return;
        }
        shown = tone;
        tone.applyTo(this);
        setGraphic(
                switch (tone) {
                    case OK -> Icon.CHECK.node(14);
                    case ATTENTION -> Icon.WARNING.node(14);
                    case ERROR -> Icon.ERROR.node(14);
                    case STALE -> Icon.CLOCK.node(14);
                    default -> null;
                });
    }
}
