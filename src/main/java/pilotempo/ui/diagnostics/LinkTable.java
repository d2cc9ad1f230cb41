package pilotempo.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import pilotempo.ui.component.Texts;
import pilotempo.ui.diagnostics.DiagnosticsState.Link;

/** The links' figures, a row a battery. */
final class LinkTable extends GridPane {
    private final Texts texts;
    private List<Link> shown = List.of();

    LinkTable(Texts texts) {
        this.texts = texts;
        getStyleClass().add("link-table");
        setMaxWidth(Double.MAX_VALUE);
        for (var i = 0; i < 7; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }

    void show(List<Link> links) {
        if (links.equals(shown)) {
            return;
        }
        shown = List.copyOf(links);
        getChildren().clear();
        var heads =
                List.of(
                        "link.battery",
                        "link.sent",
                        "link.lost",
                        "link.p50",
                        "link.p95",
                        "link.pace",
                        "link.last");
        for (var i = 0; i < heads.size(); i++) {
            var head = new Label(texts.get(heads.get(i)));
            head.getStyleClass().addAll("muted", "smallest");
            head.setMinWidth(Region.USE_PREF_SIZE);
            add(head, i, 0);
        }
        for (var i = 0; i < shown.size(); i++) {
            var line = new Region();
            line.getStyleClass().add("hairline");
            add(line, 0, 2 * i + 1, heads.size(), 1);
            addRow(2 * i + 2, cells(shown.get(i)).toArray(Label[]::new));
        }
    }

    private static List<Label> cells(Link link) {
        var cells = new ArrayList<Label>();
        var name = new Label(link.name());
        name.getStyleClass().add("strong");
        cells.add(name);
        cells.add(new Label(link.sent()));
        var lost = new Label(link.lost());
        if (link.lossy()) {
            lost.getStyleClass().add("attention-text");
        }
        cells.add(lost);
        cells.add(new Label(link.p50()));
        cells.add(new Label(link.p95()));
        cells.add(new Label(link.pace()));
        cells.add(new Label(link.last()));
        cells.forEach(cell -> cell.setMinWidth(Region.USE_PREF_SIZE));
        name.setMinWidth(0);
        return cells;
    }
}
