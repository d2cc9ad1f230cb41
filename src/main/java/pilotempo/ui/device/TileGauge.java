package pilotempo.ui.device;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.ValueLabel;

/**
 * A TilesFX arc without needle, animation or words of its own: number, unit and caption are ours,
 * so that they look as everywhere else.
 */
final class TileGauge extends Region {
    private final Tile tile;
    private final ValueLabel value = new ValueLabel(ValueLabel.Size.M);
    private final Label caption = new Label();
    private final VBox middle = new VBox(value, caption);
    private final Palette palette;
    private final double least;
    private final double greatest;

    TileGauge(Palette palette, double least, double greatest) {
        this.palette = palette;
        this.least = least;
        this.greatest = greatest;
        tile =
                TileBuilder.create()
                        .skinType(Tile.SkinType.BAR_GAUGE)
                        .animated(false)
                        .minValue(least)
                        .maxValue(greatest)
                        .startFromZero(least < 0)
                        .valueVisible(false)
                        .textVisible(false)
                        .title("")
                        .unit("")
                        .backgroundColor(Color.TRANSPARENT)
                        .borderColor(Color.TRANSPARENT)
                        .barBackgroundColor(palette.get("track"))
                        .build();
        tile.setMinValueVisible(false);
        tile.setMaxValueVisible(false);
        tile.setFocusTraversable(false);
        caption.getStyleClass().addAll("muted", "secondary");
        middle.setAlignment(Pos.CENTER);
        value.setMaxWidth(USE_PREF_SIZE);
        setMinSize(132, 100);
        setPrefSize(140, 108);
        getChildren().setAll(tile, middle);
    }

    void show(GaugeState state) {
        var known = state.value();
        tile.setBarColor(known == null ? Color.TRANSPARENT : palette.get(token(state.tone())));
        tile.setValue(known == null ? Math.max(0, least) : Math.clamp(known, least, greatest));
        value.show(state.number(), state.unit());
        state.tone().applyTo(value);
        caption.setText(state.caption());
        setAccessibleText(state.caption() + " " + state.number() + " " + state.unit());
    }

    private static String token(Tone tone) {
        return switch (tone) {
            case CHARGE -> "charge";
            case DISCHARGE -> "discharge";
            case STALE -> "stale";
            case ATTENTION -> "attention";
            default -> "house";
        };
    }

    @Override
    protected void layoutChildren() {
        double size = Math.min(getWidth(), getHeight() * 1.2);
        tile.resizeRelocate((getWidth() - size) / 2, 0, size, size);
        middle.resizeRelocate(0, size * 0.3, getWidth(), size * 0.45);
    }
}
