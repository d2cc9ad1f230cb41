package pilotempo.ui.device;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.ValueLabel;

/**
 * A TilesFX arc without needle, animation or words of its own: number, unit and caption are ours,
 * so that they look as everywhere else.
 */
final class TileGauge extends Region {
    private static final double WIDTH = 140;
    private static final double HEIGHT = 94;
    private static final double CENTRE = 72;
    private static final double TILE = 190;
    private static final double STROKE = 12;
    private static final double RADIUS = 62;

    private final Tile tile;
    private final ValueLabel value = new ValueLabel(ValueLabel.Size.M);
    private final Label caption = new Label();
    private final VBox middle = new VBox(value, caption);
    private final Palette palette;
    private final double least;
    private final double greatest;
    private double measured;

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
        getStyleClass().add("tile-gauge");
        caption.getStyleClass().addAll("muted", "secondary");
        middle.setAlignment(Pos.BOTTOM_CENTER);
        value.setMaxWidth(USE_PREF_SIZE);
        tile.setMouseTransparent(true);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().setAll(tile, middle);
        if (least < 0) {
            double top = CENTRE - RADIUS;
            var zero = new Line(WIDTH / 2, top - 8, WIDTH / 2, top + 8);
            zero.getStyleClass().add("gauge-zero");
            zero.setManaged(false);
            getChildren().add(zero);
        }
    }

    void show(GaugeState state) {
        var known = state.value();
        tile.setBarColor(known == null ? Color.TRANSPARENT : palette.get(token(state.tone())));
        measured = known == null ? Math.max(0, least) : Math.clamp(known, least, greatest);
        tile.setValue(measured);
        value.show(state.number(), state.unit());
        value.setSize(state.number().length() > 3 ? ValueLabel.Size.S : ValueLabel.Size.M);
        ink(state.tone()).applyTo(value);
        caption.setText(state.caption());
        setAccessibleText(state.caption() + " " + state.number() + " " + state.unit());
        requestLayout();
    }

    /** Numbers are ink, or old. */
    static Tone ink(Tone tone) {
        return tone == Tone.STALE ? Tone.STALE : Tone.PLAIN;
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
        tile.resizeRelocate(0, 0, TILE, TILE);
        tile.applyCss();
        tile.layout();
        var arcs = new ArrayList<Arc>();
        calm(tile, arcs);
        if (arcs.size() == 2) {
            var track = arcs.getFirst();
            var centre =
                    tile.sceneToLocal(track.localToScene(track.getCenterX(), track.getCenterY()));
            tile.relocate(Math.rint(WIDTH / 2 - centre.getX()), Math.rint(CENTRE - centre.getY()));
            fromZero(arcs.getLast());
        }
        middle.resizeRelocate(0, 0, WIDTH, HEIGHT);
    }

    /** The tile draws no bar where its range lies around zero: zero is on top. */
    private void fromZero(Arc bar) {
        if (least < 0) {
            bar.setStroke(tile.getBarColor());
            bar.setStartAngle(90);
            bar.setLength(-90 * measured / greatest);
        }
    }

    /** The tile's own words go, its arcs get our width. */
    private static void calm(Node node, List<Arc> arcs) {
        if (node instanceof Text) {
            node.setVisible(false);
        } else if (node instanceof Arc arc) {
            arc.setStrokeWidth(STROKE);
            arcs.add(arc);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> calm(child, arcs));
        }
    }
}
