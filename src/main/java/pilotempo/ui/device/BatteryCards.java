package pilotempo.ui.device;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.DirectionLabel;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Ring;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.ValueLabel;

/** What the cards of a battery's page are made of, and how a state fills it. */
final class BatteryCards {
    static final double MOST_WATTS = 2_500;
    static final double MOST_CELSIUS = 60;

    final Ring ring = new Ring();
    private final boolean kiosk;
    final TileGauge power;
    final TileGauge temperature;
    final DirectionLabel direction = new DirectionLabel();
    final ValueLabel watts = new ValueLabel(ValueLabel.Size.L);
    final Label brief = new Label();
    final Label outlook = new Label();
    final Tag linkTag = new Tag();
    final Label advice = new Label();
    final FactList link = new FactList();
    final Button askAgain;
    final Label model = new Label();
    final Tag risky;
    final Label riskyAdvice = new Label();
    final FactList device = new FactList();
    final Tag mode = new Tag();
    final Label modeSentence = new Label();
    final FactList status = new FactList();

    BatteryCards(Palette palette, Texts texts, boolean kiosk) {
        this.kiosk = kiosk;
        power = new TileGauge(palette, -MOST_WATTS, MOST_WATTS);
        temperature = new TileGauge(palette, 0, MOST_CELSIUS);
        ring.setDiameter(kiosk ? 132 : 128);
        watts.setMaxWidth(Region.USE_PREF_SIZE);
        risky = Tag.of(Tone.ATTENTION, texts.get("risky.tag"));
        askAgain = new Button(texts.get("askAgain"), Icon.REFRESH.node(18));
        askAgain.setMinWidth(Region.USE_PREF_SIZE);
        model.getStyleClass().addAll("muted", "secondary");
        outlook.getStyleClass().addAll("muted", "secondary", "wrapped");
        brief.getStyleClass().addAll("muted", "secondary", "wrapped");
        for (var sentence : new Label[] {advice, riskyAdvice, modeSentence, outlook, brief}) {
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
        }
        advice.getStyleClass().add("secondary");
        riskyAdvice.getStyleClass().add("secondary");
        modeSentence.getStyleClass().addAll("muted", "secondary");
    }

    void show(BatteryPageState state) {
        var level = state.level();
        ring.show(level.value(), level.number(), level.unit(), level.tone());
        ring.setCaption(level.caption());
        power.show(state.power());
        temperature.show(state.temperature());
        direction.show(state.power().tone(), state.power().caption());
        watts.show(state.power().number(), state.power().unit());
        TileGauge.ink(state.power().tone()).applyTo(watts);
        text(outlook, kiosk ? state.outlookShort() : state.outlook());
        linkTag.show(state.linkTone(), state.linkWord());
        text(advice, state.advice());
        link.show(state.link());
        model.setText(state.model());
        visible(risky, !state.risky().isEmpty());
        text(riskyAdvice, state.risky());
        device.show(state.device());
        mode.setText(state.mode());
        modeSentence.setText(state.modeSentence());
        status.show(state.status());
    }

    private static void text(Label label, String words) {
        label.setText(words);
        visible(label, !words.isEmpty());
    }

    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** A card's first line: a title, and things at the right. */
    static HBox head(String title, Node... right) {
        var label = new Label(title);
        label.getStyleClass().add("card-title");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(12, label, space);
        head.getChildren().addAll(right);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** The two TilesFX gauges side by side. */
    HBox gauges() {
        var gauges = new HBox(8, power, temperature);
        gauges.setAlignment(Pos.CENTER);
        return gauges;
    }

    static VBox column(double spacing, Node... nodes) {
        var column = new VBox(spacing, nodes);
        column.setMinHeight(0);
        return column;
    }
}
