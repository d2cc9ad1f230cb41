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
import pilotempo.ui.component.Columns;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** The controls above the chart. */
final class HistoryBar extends HBox {
    /** What the user may want. */
    interface Wishes {
        void span(Span span);

        void move(int direction);

        void today();

        void lanes(boolean perBattery);

        void zoom(double factor);

        void export();
    }

    private final UiContext context;
    private final Segmented<Span> spans;
    private final Segmented<Boolean> lanes;
    private final Button earlier;
    private final Button later;
    private final Button today;
    private final Button export;
    private final Label title = new Label();

    HistoryBar(UiContext context, Texts texts, Wishes wishes) {
        this.context = context;
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(context.kiosk() ? 8 : 12);
        var words = new LinkedHashMap<Span, String>();
        for (var span : Span.values()) {
            words.put(span, texts.get("span." + span.name().toLowerCase(Locale.ROOT)));
        }
        spans = new Segmented<>(words, wishes::span);
        var how = new LinkedHashMap<Boolean, String>();
        how.put(false, texts.get("total"));
        how.put(true, texts.get("perBattery"));
        lanes = new Segmented<>(how, wishes::lanes);
        earlier = icon(Icon.PREVIOUS, texts.get("earlier"), () -> wishes.move(-1));
        later = icon(Icon.NEXT, texts.get("later"), () -> wishes.move(1));
        today = new Button(texts.get(context.kiosk() ? "today.short" : "today"));
        today.setMinWidth(USE_PREF_SIZE);
        today.setOnAction(_ -> wishes.today());
        title.getStyleClass().addAll("strong", "range-title");
        title.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        export = new Button(texts.get("csv"), Icon.SAVE.node(18));
        export.setDisable(true);
        if (context.kiosk()) {
            getChildren().setAll(spans, space, today, title, earlier, later);
        } else {
            export.setMinWidth(USE_PREF_SIZE);
            export.setOnAction(_ -> wishes.export());
            export.setTooltip(new Tooltip(texts.get("csv.tip")));
            var when = line(spans, earlier, title, later, today);
            var what =
                    line(
                            icon(Icon.ZOOM_OUT, texts.get("zoomOut"), () -> wishes.zoom(2)),
                            icon(Icon.ZOOM_IN, texts.get("zoomIn"), () -> wishes.zoom(0.5)),
                            lanes,
                            export);
            HBox.setHgrow(when, Priority.ALWAYS);
            var both = new Columns();
            both.setFrom(1050);
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

    private Button icon(Icon icon, String words, Runnable pressed) {
        var button = new Button("", icon.node(20));
        button.getStyleClass().add("square-button");
        button.setAccessibleText(words);
        button.setMinWidth(USE_PREF_SIZE);
        if (!context.kiosk()) {
            button.setTooltip(new Tooltip(words));
        }
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    /** Whether there is anything to export. */
    void exportable(boolean something) {
        export.setDisable(!something);
    }

    void show(Shown shown, Instant now, Instant first, boolean several) {
        var zone = context.engine().zone();
        spans.select(shown.exact() ? shown.span() : null);
        lanes.select(shown.perBattery());
        lanes.setVisible(several);
        lanes.setManaged(several);
        title.setText(shown.title(context.formats()));
        earlier.setDisable(!shown.hasEarlier(first));
        later.setDisable(!shown.hasLater(now));
        boolean elsewhere = !shown.current(now, first, zone);
        today.setVisible(elsewhere);
        today.setManaged(elsewhere);
    }
}
