package pilotempo.ui.automation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.automation.PlanPageState.Phase;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Columns;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.TouchScroll;

/** Notices and strip above, why and journal side by side below. */
final class DesktopPlanPage implements PlanPage {
    /** Below this width the legend has no room, and its samples stand at the names. */
    private static final double LEGEND_FROM = 1020;

    private final PlanParts parts;
    private final VBox page = new VBox();
    private final ScrollPane root = new ScrollPane(page);
    private final VBox notices = new VBox();
    private final StackPane legend = new StackPane();
    private final Label reading = new Label();
    private final StackPane whySlot = new StackPane();
    private final StackPane journalSlot = new StackPane();
    private final HBox whyHead = new HBox();
    private final Label whyTitle = new Label();
    private final Label whyLevel = new Label();
    private final TouchScroll off;
    private final TouchScroll whyScroll;
    private final TouchScroll journalScroll;
    private @Nullable PlanPageState shown;
    private boolean wide = true;

    DesktopPlanPage(PlanParts parts) {
        this.parts = parts;
        var texts = parts.texts;
        page.getStyleClass().add("automation-page");
        notices.getStyleClass().add("plan-notices");
        reading.getStyleClass().addAll("secondary", "plan-reading");
        reading.setId("reading");
        reading.setMinHeight(Region.USE_PREF_SIZE);
        reading.setWrapText(true);
        legend.setMinWidth(0);
        off = scrolling(parts.offWords());
        whyScroll = scrolling(parts.why);
        journalScroll = scrolling(parts.journal);
        reading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reading, Priority.ALWAYS);
        parts.replay.getStyleClass().setAll("link-button", "replay-link");
        var foot = new HBox(12, reading, parts.replay);
        foot.setAlignment(Pos.CENTER_LEFT);
        var strip = new Card(head(), parts.refusal, parts.strip, foot);
        strip.getStyleClass().add("strip-card");
        whyTitle.getStyleClass().add("card-title");
        var all = new Button(texts.get("journal.all"), Icon.NEXT.node(16));
        all.setId("see-all");
        all.getStyleClass().setAll("link-button");
        all.setOnAction(_ -> parts.commands.journal());
        var journalTitle = new Label(texts.get("journal.title"));
        journalTitle.getStyleClass().add("card-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var journalHead = new HBox(journalTitle, space, all);
        journalHead.setAlignment(Pos.CENTER_LEFT);
        var whySpace = new Region();
        HBox.setHgrow(whySpace, Priority.ALWAYS);
        whyLevel.setText(texts.get("legend.level"));
        whyLevel.getStyleClass().addAll("muted", "smallest");
        whyHead.getChildren().setAll(whyTitle, whySpace, whyLevel);
        whyHead.setAlignment(Pos.CENTER_LEFT);
        var why = lower(whyHead, whySlot);
        var journal = lower(journalHead, journalSlot);
        why.setPrefWidth(470);
        journal.setPrefWidth(650);
        var columns = new Columns();
        columns.setFrom(900);
        columns.setSpacing(16);
        columns.getColumns().setAll(why, journal);
        columns.setMinHeight(250);
        VBox.setVgrow(columns, Priority.ALWAYS);
        page.getChildren().setAll(notices, strip, columns);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStyleClass().add("page-scroll");
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        strip.widthProperty().addListener((_, _, now) -> fit(now.doubleValue()));
        parts.onChosen(this::read);
    }

    private TouchScroll scrolling(Region content) {
        var texts = parts.texts;
        return new TouchScroll(content, false, texts.get("scroll.up"), texts.get("scroll.down"));
    }

    private Node head() {
        var title = new Label(parts.texts.get("strip.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var left = new HBox(title, parts.tag);
        var right = new HBox(space, legend, parts.pause, parts.resume, parts.turnOn, parts.adjust);
        for (var half : List.of(left, right)) {
            half.getStyleClass().add("strip-head");
            half.setAlignment(Pos.CENTER_LEFT);
        }
        HBox.setHgrow(right, Priority.ALWAYS);
        var head = new Columns();
        head.setFrom(760);
        head.setSpacing(12);
        head.getColumns().setAll(left, right);
        return head;
    }

    private static Card lower(Region head, Node body) {
        head.setMinHeight(30);
        var card = new Card(head, body);
        card.getStyleClass().add("lower-card");
        card.setMinHeight(230);
        HBox.setHgrow(card, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        return card;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(PlanPageState state) {
        shown = state;
        parts.show(state);
        notices.getChildren().setAll(state.notices().stream().map(parts::banner).toList());
        PlanParts.visible(notices, !state.notices().isEmpty());
        legend();
        var texts = parts.texts;
        whyTitle.setText(texts.get("why.title"));
        PlanParts.visible(whyHead, state.phase() != Phase.OFF);
        PlanParts.visible(whyLevel, !state.why().isEmpty());
        whySlot.getChildren()
                .setAll(
                        switch (state.phase()) {
                            case NO_BATTERY -> noBattery();
                            case OFF -> off;
                            case WAITING ->
                                    plain(
                                            EmptyState.of(
                                                    Icon.CLOCK,
                                                    texts.get("waiting.title"),
                                                    texts.get("waiting.sentence")));
                            case PLANNED ->
                                    state.why().isEmpty()
                                            ? plain(
                                                    EmptyState.of(
                                                            Icon.CHECK,
                                                            texts.get("nothing.title"),
                                                            texts.get("nothing.sentence")))
                                            : whyScroll;
                        });
        read();
    }

    private Node noBattery() {
        var texts = parts.texts;
        var none = EmptyState.of(Icon.BATTERY, texts.get("none.title"), texts.get("none.sentence"));
        none.setAction(
                Icon.SETTINGS,
                texts.get("none.action"),
                () -> parts.context.navigator().go(new Place.SettingsPage()));
        return plain(none);
    }

    static Node plain(EmptyState state) {
        state.getStyleClass().add("plain-empty");
        return state;
    }

    @Override
    public void show(List<JournalRow> journal) {
        parts.journal.show(journal);
        var texts = parts.texts;
        journalSlot
                .getChildren()
                .setAll(
                        journal.isEmpty()
                                ? plain(
                                        EmptyState.of(
                                                Icon.CLOCK,
                                                texts.get("journal.none"),
                                                texts.get("journal.none.sentence")))
                                : journalScroll);
    }

    private void fit(double width) {
        boolean next = width >= LEGEND_FROM;
        if (next != wide) {
            wide = next;
            legend();
        }
    }

    private void legend() {
        if (shown == null) {
            return;
        }
        int lanes = shown.strip().lanes().size();
        boolean above = wide && lanes > 1 && lanes <= PlanStrip.MOST_IN_LEGEND;
        legend.getChildren().clear();
        if (above) {
            legend.getChildren().add(parts.legend(shown.strip()));
        }
        parts.strip.setSamples(lanes > 1 && !above);
    }

    private String hint() {
        return shown != null && shown.phase() == Phase.OFF ? "reading.preview" : "reading.hint";
    }

    private void read() {
        var choice = parts.chosen();
        var marked = parts.why.mark(choice.map(one -> one.block().action()).orElse(null));
        if (marked != null) {
            whyScroll.reveal(marked);
        }
        boolean lanes = shown != null && !shown.strip().lanes().isEmpty();
        reading.setText(
                choice.map(parts::reading).orElseGet(() -> lanes ? parts.texts.get(hint()) : ""));
        reading.getStyleClass().remove("muted");
        if (choice.isEmpty()) {
            reading.getStyleClass().add("muted");
        }
    }
}
