package pilotempo.ui.component;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A level from 0 to 100 % as a flat bar, for cards too small for a ring. */
public final class LevelBar extends Region {
    private final Region fill = new Region();
    private @Nullable Double percent;

    /** Unknown. */
    public LevelBar() {
        getStyleClass().add("level-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setMaxWidth(Double.MAX_VALUE);
        show(null, Tone.UNKNOWN);
    }

    /** Shows a level, per cent; null = unknown. */
    public void show(@Nullable Double level, Tone tone) {
        percent = level == null ? null : Math.clamp(level, 0, 100);
        fill.setVisible(percent != null && percent > 0);
        tone.applyTo(this);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 8;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, percent == null ? 0 : getWidth() * percent / 100, getHeight());
    }
}
