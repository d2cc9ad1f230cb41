package pilotempo.ui.automation;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.automation.PlanPageState.Phase;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.TouchScroll;

/** One of plan, why and journal at a time; below the plan a line that says what matters most. */
final class KioskPlanPage implements PlanPage {
    private enum Part {
        PLAN,
        WHY,
        JOURNAL
    }

    private final PlanParts parts;
    private final VBox page = new VBox();
    private final StackPane body = new StackPane();
    private final Segmented<Part> choice;
    private final HBox foot = new HBox();
    private final Button lanes;
    private final Card strip;
    private final Node why;
    private final Node journal;
    private @Nullable PlanPageState shown;
    private boolean emptyJournal = true;
    private Part part = Part.PLAN;

    KioskPlanPage(PlanParts parts) {
        this.parts = parts;
        var texts = parts.texts;
        page.getStyleClass().add("automation-page");
        var words = new LinkedHashMap<Part, String>();
        words.put(Part.PLAN, texts.get("tab.plan"));
        words.put(Part.WHY, texts.get("tab.why"));
        words.put(Part.JOURNAL, texts.get("tab.journal"));
        choice = new Segmented<>(words, this::take);
        choice.select(part);
        lanes = new Button("", Icon.BELOW.node(24));
        lanes.setId("more-lanes");
        lanes.setAccessibleText(texts.get("strip.more"));
        lanes.setOnAction(_ -> parts.strip.turn());
        parts.adjust.setText("");
        parts.adjust.setGraphic(Icon.TUNE.node(24));
        parts.adjust.setAccessibleText(texts.get("button.adjust"));
        parts.strip.setSamples(true);
        parts.strip.onPages(this::pages);
        VBox.setVgrow(parts.strip, Priority.ALWAYS);
        strip = new Card(parts.refusal, parts.strip);
        strip.getStyleClass().add("strip-card");
        strip.setMinHeight(0);
        why = scrolling(parts.why);
        journal = scrolling(parts.journal);
        foot.getStyleClass().addAll("card-surface", "plan-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar =
                new HBox(
                        choice,
                        space,
                        lanes,
                        parts.adjust,
                        parts.pause,
                        parts.resume,
                        parts.turnOn);
        bar.getStyleClass().add("plan-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        page.getChildren().setAll(bar, body, foot);
        parts.onChosen(this::tellFoot);
    }

    private Card scrolling(Region content) {
        var texts = parts.texts;
        var scroll =
                new TouchScroll(content, true, texts.get("scroll.up"), texts.get("scroll.down"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var card = new Card(scroll);
        card.setMinHeight(0);
        return card;
    }

    private void take(Part next) {
        part = next;
        arrange();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(PlanPageState state) {
        shown = state;
        parts.show(state);
        arrange();
    }

    @Override
    public void show(List<JournalRow> rows) {
        emptyJournal = rows.isEmpty();
        parts.journal.show(rows);
        arrange();
    }

    private void arrange() {
        if (shown == null) {
            return;
        }
        body.getChildren().setAll(part(shown));
        pages();
        tellFoot();
    }

    private Node part(PlanPageState state) {
        var texts = parts.texts;
        return switch (part) {
            case PLAN ->
                    switch (state.phase()) {
                        case NO_BATTERY -> noBattery();
                        case OFF -> scrolling(parts.offWords());
                        case WAITING, PLANNED -> strip;
                    };
            case WHY ->
                    state.phase() == Phase.PLANNED && !state.why().isEmpty()
                            ? why
                            : EmptyState.of(
                                    Icon.CLOCK,
                                    texts.get("nothing.title"),
                                    texts.get("nothing.sentence"));
            case JOURNAL ->
                    emptyJournal
                            ? EmptyState.of(
                                    Icon.CLOCK,
                                    texts.get("journal.none"),
                                    texts.get("journal.none.sentence"))
                            : journal;
        };
    }

    private Node noBattery() {
        var texts = parts.texts;
        var none = EmptyState.of(Icon.BATTERY, texts.get("none.title"), texts.get("none.sentence"));
        none.setAction(
                Icon.SETTINGS,
                texts.get("none.action"),
                () -> parts.context.navigator().go(new Place.SettingsPage()));
        return none;
    }

    private void pages() {
        boolean several = parts.strip.pages() > 1;
        PlanParts.visible(lanes, part == Part.PLAN && several);
        lanes.setText(several ? parts.strip.page() : "");
    }

    /** The chosen action, else the most urgent notice, else what comes next. */
    private void tellFoot() {
        var state = shown;
        var chosen = parts.chosen();
        foot.getChildren().clear();
        Tone.PLAIN.applyTo(foot);
        boolean lines = state != null && part == Part.PLAN && state.phase() != Phase.OFF;
        if (state == null || !lines) {
            PlanParts.visible(foot, false);
            return;
        }
        if (chosen.isPresent()) {
            foot.getChildren().setAll(wrapped(parts.reading(chosen.get()), "fg"));
        } else if (!state.notices().isEmpty()) {
            notice(state.notices());
        } else {
            state.next().ifPresent(this::next);
        }
        PlanParts.visible(foot, !foot.getChildren().isEmpty());
    }

    private void next(WhyRow row) {
        var begin = row.actions().getFirst().from();
        boolean ahead = begin.isAfter(parts.context.engine().now());
        var time = new Label(ahead ? parts.words.formats().time(begin) : row.time());
        time.getStyleClass().add("strong");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var icon = row.kind().icon().node(22);
        icon.getStyleClass().add("toned-icon");
        row.kind().tone().applyTo(icon);
        var title = new Label(row.headline());
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        foot.getChildren().setAll(time, icon, title, wrapped(row.sentence(), "muted"));
    }

    private void notice(List<Notice> notices) {
        var first = notices.getFirst();
        first.tone().applyTo(foot);
        var icon =
                switch (first.tone()) {
                    case ERROR -> Icon.ERROR.node(24);
                    case ATTENTION -> Icon.WARNING.node(24);
                    default -> Icon.INFO.node(24);
                };
        icon.getStyleClass().add("toned-icon");
        foot.getChildren().setAll(icon, wrapped(first.what(), "strong"));
        boolean acts = first.remedy() == Notice.Remedy.ACT;
        if (notices.size() > 1 || !(acts || first.then().isEmpty())) {
            var more = new Button(parts.texts.get("notice.more", notices.size()));
            more.setId("notices");
            more.setMinWidth(Region.USE_PREF_SIZE);
            more.setOnAction(_ -> NoticeDialog.show(parts, notices));
            foot.getChildren().add(more);
        }
        if (acts) {
            foot.getChildren().add(remedy(first));
        }
    }

    private Button remedy(Notice notice) {
        var button = new Button(parts.remedy(notice));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> parts.commands.remedy(notice.remedy()));
        return button;
    }

    private static Label wrapped(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
