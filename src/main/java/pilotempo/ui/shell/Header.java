package pilotempo.ui.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import pilotempo.automation.PlanState;
import pilotempo.history.AlertEntry;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.FreshnessLabel;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.TempoChip;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/** Title, today's and tomorrow's colour, freshness, recording; in the same place on every page. */
final class Header {
    private static final double USUAL_STATE = 118;

    private final Texts texts;
    private final Words words;
    private final boolean kiosk;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final StackPane extra = new StackPane();
    private final Button back = new Button("", Icon.PREVIOUS.node());
    private final PausedSign paused;
    private final PauseButton pause;
    private final Bell bell;
    private final Label todayWord = new Label();
    private final Label tomorrowWord = new Label();
    private final TempoChip today = new TempoChip();
    private final TempoChip tomorrow = new TempoChip();
    private final Label tomorrowNote = new Label();
    private final FreshnessLabel freshness = new FreshnessLabel();
    private final Label recording = new Label();
    private final HBox bar;
    private @Nullable HeaderState shown;
    private boolean brief;

    Header(
            Texts texts,
            Words words,
            Formats formats,
            boolean kiosk,
            Runnable toTempo,
            Runnable toAlerts,
            Runnable goBack,
            Runnable resume,
            Runnable toPause) {
        this.texts = texts;
        this.words = words;
        this.kiosk = kiosk;
        paused = new PausedSign(texts, formats, kiosk, resume);
        pause = new PauseButton(texts, kiosk, toPause);
        bell = new Bell(texts, kiosk, toAlerts);
        back.setId("back");
        back.getStyleClass().add("back-button");
        back.setAccessibleText(texts.get("back"));
        back.setOnAction(_ -> goBack.run());
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setVisible(false);
        back.setManaged(false);
        title.getStyleClass().add(kiosk ? "header-clock" : "page-title");
        title.setMinWidth(60);
        subtitle.getStyleClass().addAll("secondary", "muted");
        tomorrowNote.getStyleClass().addAll("smallest", "muted");
        recording.getStyleClass().addAll("recording", "secondary");
        recording.setMinWidth(Region.USE_PREF_SIZE);
        var names = new VBox(title);
        names.setAlignment(Pos.CENTER_LEFT);
        if (!kiosk) {
            names.getChildren().add(subtitle);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new Region();
        line.getStyleClass().addAll("hairline-v", "header-line");
        bar =
                new HBox(
                        back,
                        names,
                        extra,
                        gap,
                        paused,
                        pause,
                        button(todayWord, today, toTempo),
                        button(tomorrowWord, tomorrow, toTempo),
                        tomorrowNote,
                        line,
                        state(),
                        bell);
        bar.getStyleClass().add("header");
        bar.setAlignment(Pos.CENTER_LEFT);
        setBrief(kiosk);
    }

    Node node() {
        return bar;
    }

    void show(String titleText, String subtitleText, Optional<Node> extraNode, boolean inner) {
        back.setVisible(inner);
        back.setManaged(inner);
        title.setText(titleText);
        subtitle.setText(subtitleText);
        showSubtitle();
        var wanted = extraNode.stream().toList();
        if (!extra.getChildren().equals(wanted)) {
            extra.getChildren().setAll(wanted);
        }
    }

    /** Whether the plan rests. */
    void show(PlanState plan, Instant now) {
        paused.show(plan, now);
        pause.show(plan);
    }

    /** Whether there is a page of alerts. */
    void offerAlerts(boolean exists) {
        bell.offer(exists);
    }

    /** What lasts. */
    void show(List<AlertEntry> alerts) {
        bell.show(alerts);
    }

    void render(HeaderState state) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        words.show(today, state.today(), false);
        words.show(tomorrow, state.tomorrow(), false);
        tomorrowNote.setText(state.tomorrowNote());
        boolean noted = !state.tomorrowNote().isEmpty() && !brief;
        tomorrowNote.setManaged(noted);
        tomorrowNote.setVisible(noted);
        freshness.show(state.freshness(), brief ? state.freshnessShort() : state.freshnessWords());
        var kept = state.kept();
        kept.tone().applyTo(recording);
        boolean trouble = kept.tone() != Tone.PLAIN;
        recording.setText(brief ? (kiosk || trouble ? kept.brief() : "") : kept.words());
        recording.setAccessibleText(kept.words());
        recording.setGraphic(icon(kept.tone()).node(kiosk ? 20 : 16));
    }

    private static Icon icon(Tone kept) {
        return switch (kept) {
            case ERROR -> Icon.ERROR;
            case ATTENTION -> Icon.WARNING;
            case STALE -> Icon.CLOCK;
            default -> Icon.STORAGE;
        };
    }

    /** Short words, where there is little room. */
    void setBrief(boolean next) {
        brief = next;
        // Long words have a place of their own, so that nothing moves when they change.
        freshness.setMinWidth(brief ? Region.USE_PREF_SIZE : USUAL_STATE);
        paused.setBrief(next);
        todayWord.setText(texts.get(brief ? "header.todayShort" : "header.today"));
        tomorrowWord.setText(texts.get("header.tomorrow"));
        showSubtitle();
        var state = shown;
        shown = null;
        if (state != null) {
            render(state);
        }
    }

    private void showSubtitle() {
        boolean room = !brief && !subtitle.getText().isEmpty();
        subtitle.setManaged(room);
        subtitle.setVisible(room);
    }

    private Node state() {
        if (kiosk) {
            var row = new HBox(14, freshness, recording);
            row.getStyleClass().add("header-state");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(Region.USE_PREF_SIZE);
            return row;
        }
        var column = new VBox(4, freshness, recording);
        column.getStyleClass().add("header-state");
        column.setAlignment(Pos.CENTER_LEFT);
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    private static Button button(Label word, TempoChip chip, Runnable toTempo) {
        word.getStyleClass().addAll("secondary", "muted");
        word.setMinWidth(Region.USE_PREF_SIZE);
        var both = new HBox(8, word, chip);
        both.setAlignment(Pos.CENTER);
        var button = new Button();
        button.setGraphic(both);
        button.getStyleClass().setAll("plain-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty()
                .bind(word.textProperty().concat(" ").concat(chip.textProperty()));
        button.setOnAction(pressed -> toTempo.run());
        return button;
    }
}
