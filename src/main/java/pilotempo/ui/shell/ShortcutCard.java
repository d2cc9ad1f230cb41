package pilotempo.ui.shell;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Dialogs;
import pilotempo.ui.component.Texts;

/** All that the keyboard can do, on one card. */
final class ShortcutCard {
    private static final List<String> LINES =
            List.of("move", "press", "change", "places", "leave", "chart", "zoom", "undo", "help");

    private ShortcutCard() {}

    /** Opens it; a key or its button closes it. */
    static void open(Dialogs dialogs, Texts texts, List<Destination> places) {
        var grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(keys, new ColumnConstraints());
        for (var line : LINES) {
            var meaning =
                    line.equals("places")
                            ? String.join(
                                    ", ",
                                    places.stream().map(place -> texts.get(place.key())).toList())
                            : texts.get("keys." + line);
            add(grid, texts.get("keys." + line + ".keys", places.size()), meaning);
        }
        var card = new DialogCard(texts.get("keys.title"), "").with(grid);
        card.setId("shortcuts");
        card.action(texts.get("fault.close"), dialogs::dismiss);
        dialogs.show(card, () -> {});
    }

    private static void add(GridPane grid, String keys, String meaning) {
        var key = new Label(keys);
        key.getStyleClass().add("strong");
        var words = new Label(meaning);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var row = new RowConstraints();
        row.setValignment(VPos.TOP);
        grid.getRowConstraints().add(row);
        grid.addRow(grid.getRowCount() - 1, key, words);
    }
}
