package pilotempo.ui.tempo;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;
import pilotempo.ui.component.TempoChip;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.ValueLabel;

/** The rows of the cards beside the calendar. */
record TempoRows(Texts texts, boolean kiosk) {

    /** Days left of a colour; a bar below where there is room. */
    Node left(TempoState.Left left) {
        var days = new ValueLabel(kiosk ? ValueLabel.Size.L : ValueLabel.Size.M);
        days.show(left.days(), kiosk ? "" : left.of());
        var head = new HBox(chip(left.colour(), left.word(), false), grow(), days);
        head.getStyleClass().add("left-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFillHeight(false);
        return kiosk ? head : new VBox(6, head, new QuotaBar(left.colour(), left.share()));
    }

    /** The heads of the two price columns, then a row a colour with hairlines between. */
    List<Node> prices(List<TempoState.Price> prices) {
        var rows = new ArrayList<Node>();
        var head =
                new HBox(
                        grow(),
                        column(new Label(texts.get("prices.hc"))),
                        column(new Label(texts.get("prices.hp"))));
        head.getStyleClass().addAll("price-head", "muted", "secondary");
        rows.add(head);
        for (var price : prices) {
            var line = new Region();
            line.getStyleClass().add("hairline");
            rows.add(line);
            var row =
                    new HBox(
                            chip(price.colour(), price.word(), true),
                            grow(),
                            price(price.hc(), price.now() == TempoPeriod.HC),
                            price(price.hp(), price.now() == TempoPeriod.HP));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("price-row");
            rows.add(row);
        }
        return rows;
    }

    /** Today or tomorrow: colour, how sure, and who says so. */
    Node day(TempoState.Day day) {
        var title = new Label(day.title());
        title.getStyleClass().add("strong");
        var date = muted(day.date());
        var chip = new TempoChip();
        chip.show(day.colour(), day.status(), day.word());
        var head = new HBox(8, new VBox(title, date), grow(), chip);
        head.setAlignment(Pos.CENTER_LEFT);
        var row = new VBox(head, wrapped(day.certainty()));
        if (!day.source().isEmpty()) {
            row.getChildren().add(wrappedMuted(day.source()));
        }
        row.getStyleClass().add("day-row");
        return row;
    }

    private Node price(String number, boolean now) {
        var label = new ValueLabel(ValueLabel.Size.XS);
        label.show(number, "€");
        label.getStyleClass().add("price");
        if (now) {
            label.getStyleClass().add("now");
            label.setAccessibleText(number + " €, " + texts.get("prices.now"));
        }
        var cell = new HBox(label);
        cell.setFillHeight(false);
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.setMinWidth(kiosk ? 180 : 100);
        return cell;
    }

    private Node column(Label head) {
        head.setMinWidth(kiosk ? 180 : 100);
        head.setAlignment(Pos.CENTER_RIGHT);
        head.getStyleClass().add("price-column");
        return head;
    }

    private static TempoChip chip(TempoColour colour, String word, boolean small) {
        var chip = small ? TempoChip.small() : new TempoChip();
        chip.show(colour, DayColour.Status.CONFIRMED, word);
        return chip;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "secondary");
        return label;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label wrappedMuted(String text) {
        var label = wrapped(text);
        label.getStyleClass().addAll("muted", "smallest");
        return label;
    }

    private static Region grow() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}
