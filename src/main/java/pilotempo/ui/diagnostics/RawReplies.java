package pilotempo.ui.diagnostics;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.diagnostics.DiagnosticsState.Fact;
import pilotempo.ui.diagnostics.DiagnosticsState.Link;
import pilotempo.ui.diagnostics.DiagnosticsState.Reply;

/** The newest reply of each method as the battery sent it, and what is known of the battery. */
final class RawReplies {
    private final Texts texts;
    private final Label title = new Label();
    private final FlowPane methods = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final TextArea text = new TextArea();
    private final Label at = new Label();
    private final Button copy = new Button();
    private final VBox facts = new VBox();
    private List<Reply> shown = List.of();
    private @Nullable String method;

    RawReplies(Pane card, Texts texts) {
        this.texts = texts;
        title.getStyleClass().add("card-title");
        methods.getStyleClass().add("raw-methods");
        methods.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("raw-text");
        text.setId("raw-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.setPrefColumnCount(20);
        text.setMinHeight(120);
        at.getStyleClass().addAll("muted", "smallest");
        at.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        copy.setId("raw-copy");
        copy.setText(texts.get("raw.copy"));
        copy.setGraphic(Icon.COPY.node(18));
        copy.setOnAction(pressed -> copy());
        copy.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(title, space, at, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("raw-bar");
        var body = new HBox(text, facts);
        body.getStyleClass().add("raw-body");
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        card.getChildren().addAll(bar, methods, body);
    }

    void show(Link link) {
        title.setText(texts.get("raw.title") + " · " + link.name());
        facts.getChildren().setAll(link.facts().stream().map(RawReplies::row).toList());
        if (!link.replies().equals(shown) || link.replies().isEmpty()) {
            shown = link.replies();
            var names = shown.stream().map(Reply::method).toList();
            if (method == null || !names.contains(method)) {
                method = names.isEmpty() ? null : names.getFirst();
            }
            methods.getChildren().setAll(names.stream().map(this::toggle).toList());
            render();
        }
    }

    private ToggleButton toggle(String name) {
        var toggle = new ToggleButton(name);
        toggle.setToggleGroup(group);
        toggle.setSelected(name.equals(method));
        toggle.setOnAction(
                pressed -> {
                    toggle.setSelected(true);
                    method = name;
                    render();
                });
        return toggle;
    }

    private void render() {
        var reply = shown.stream().filter(one -> one.method().equals(method)).findFirst();
        var next = reply.map(Reply::text).orElse(texts.get("raw.none"));
        if (!next.equals(text.getText())) {
            text.setText(next);
        }
        at.setText(reply.map(Reply::at).orElse(""));
        copy.setDisable(reply.isEmpty());
        copy.setText(texts.get("raw.copy"));
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(text.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(texts.get("raw.copied"));
    }

    private static HBox row(Fact fact) {
        var name = new Label(fact.name());
        name.getStyleClass().addAll("muted", "secondary");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var value = new Label(fact.value());
        value.getStyleClass().add("secondary");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(name, space, value);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("fact");
        return row;
    }
}
