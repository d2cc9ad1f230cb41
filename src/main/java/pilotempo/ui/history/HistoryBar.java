package pilotempo.ui.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import pilotempo.ui.component.Columns;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** Where in time: ranges, steps, back, zoom; on the desktop the exports too. */
final class HistoryBar extends HBox {
    /** What the user may want. */
    interface Wishes {
        void span(Span span);

        void move(int direction);

        void today();

        void back();

        void zoom(double factor);

        void csv();

        void picture();

        /** Kiosk: what is shown and how, in the place of the bar. */
        void options(boolean shown);
    }

    private final UiContext context;
    private final Texts texts;
    private final Segmented<Span> spans;
    private final Button earlier;
    private final Button later;
    private final Button today;
    private final Button back;
    private final Button csv;
    private final Button picture;
    private final Label title = new Label();

    HistoryBar(UiContext context, Texts texts, Wishes wishes) {
        this.context = context;
        this.texts = texts;
        boolean kiosk = context.kiosk();
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(kiosk ? 8 : 12);
        var words = new LinkedHashMap<Span, String>();
        for (var span : Span.values()) {
            words.put(span, texts.get("span." + span.name().toLowerCase(Locale.ROOT)));
        }
        spans = new Segmented<>(words, wishes::span);
        earlier = icon(Icon.PREVIOUS, "earlier", () -> wishes.move(-1));
        later = icon(Icon.NEXT, "later", () -> wishes.move(1));
        back = icon(Icon.UNDO, "back", wishes::back);
        back.getStyleClass().add("back-button");
        today = new Button(texts.get(kiosk ? "today.short" : "today"));
        today.setMinWidth(USE_PREF_SIZE);
        today.setOnAction(_ -> wishes.today());
        title.getStyleClass().addAll("strong", "range-title");
        title.setMinWidth(USE_PREF_SIZE);
        csv = export("csv", Icon.SAVE, wishes::csv);
        picture = export("png", Icon.IMAGE, wishes::picture);
        if (kiosk) {
            // Two lines where one is too long: all buttons keep their size.
            title.setWrapText(true);
            title.setMinWidth(0);
            title.setMaxWidth(150);
            title.setTextAlignment(TextAlignment.CENTER);
            var options = icon(Icon.TUNE, "options", () -> wishes.options(true));
            getChildren().setAll(spans, space(), back, today, title, earlier, later, options);
        } else {
            var when = line(spans, earlier, title, later, today, back);
            var what =
                    line(
                            icon(Icon.ZOOM_OUT, "zoomOut", () -> wishes.zoom(2)),
                            icon(Icon.ZOOM_IN, "zoomIn", () -> wishes.zoom(0.5)),
                            csv,
                            picture);
            HBox.setHgrow(when, Priority.ALWAYS);
            var both = new Columns();
            both.setFrom(1000);
            both.setSpacing(12);
            both.getColumns().setAll(when, what);
            HBox.setHgrow(both, Priority.ALWAYS);
            getChildren().setAll(both);
        }
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Button icon(Icon icon, String key, Runnable pressed) {
        return Controls.icon(icon, texts.get(key), context.kiosk(), pressed);
    }

    private Button export(String key, Icon icon, Runnable pressed) {
        var button = new Button(texts.get(key), icon.node(18));
        button.setDisable(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
        button.setTooltip(new Tooltip(texts.get(key + ".tip")));
        return button;
    }

    /** Whether there is anything to export. */
    void exportable(boolean something) {
        csv.setDisable(!something);
        picture.setDisable(!something);
    }

    void show(Shown shown, Instant now, Instant first, boolean canGoBack) {
        var zone = context.engine().zone();
        spans.select(shown.exact() ? shown.span() : null);
        title.setText(shown.title(context.formats()));
        earlier.setDisable(!shown.hasEarlier(first));
        later.setDisable(!shown.hasLater(now));
        visible(today, !shown.current(now, first, zone));
        visible(back, canGoBack);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
