package pilotempo.ui.diagnostics;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Icon;

/** One check as a row that can be chosen; the whole row is the target. */
final class CheckRow extends Button {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Label finding = new Label();
    private @Nullable Check shown;

    CheckRow(Check check, Runnable whenChosen) {
        getStyleClass().add("check-row");
        icon.getStyleClass().add("check-icon");
        title.getStyleClass().add("strong");
        finding.getStyleClass().addAll("muted", "finding");
        var words = new VBox(title, finding);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, icon, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(Double.MAX_VALUE);
        setGraphic(row);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(pressed -> whenChosen.run());
        show(check);
    }

    void show(Check check) {
        if (check.equals(shown)) {
            return;
        }
        if (shown == null || shown.tone() != check.tone()) {
            check.tone().applyTo(icon);
            icon.getChildren()
                    .setAll(
                            switch (check.tone()) {
                                case OK -> Icon.CHECK.node();
                                case ATTENTION -> Icon.WARNING.node();
                                case ERROR -> Icon.ERROR.node();
                                default -> Icon.CLOCK.node();
                            });
        }
        title.setText(check.title());
        finding.setText(check.finding());
        setAccessibleText(check.title() + ", " + check.finding());
        shown = check;
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
