package pilotempo.ui.automation;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** What both layouts of the plan's page are made of. FX thread. */
final class PlanParts {
    final UiContext context;

    /** Of a name in the legend, px. */
    private static final double MOST_NAME = 92;

    final ActionWords words;
    final Texts texts;
    final PlanCommands commands;
    final PlanStrip strip;
    final WhyList why = new WhyList();
    final JournalList journal;
    final Tag tag = new Tag();
    final Button pause = new Button();
    final Button resume = new Button();
    final Button adjust = new Button();
    final Button replay = new Button();
    final Button turnOn = new Button();
    final Label refusal = new Label();

    private Optional<PlanStrip.Choice> chosen = Optional.empty();
    private Runnable chosenChanged = () -> {};

    PlanParts(UiContext context, ActionWords words) {
        this.context = context;
        this.words = words;
        this.texts = words.texts();
        this.commands = new PlanCommands(context, words, this::refuse);
        this.strip =
                new PlanStrip(
                        context.palette(),
                        words,
                        context.kiosk(),
                        choice -> {
                            chosen = choice;
                            chosenChanged.run();
                        });
        strip.setAccessibleHelp(texts.get("strip.help"));
        this.journal =
                new JournalList(
                        false, !context.kiosk(), row -> JournalDialog.show(context, texts, row));
        button(pause, "pause", Icon.PAUSE, commands::pause);
        button(resume, "resume", Icon.PLAY, commands::resume);
        button(adjust, "adjust", Icon.TUNE, commands::adjust);
        button(replay, "replay", Icon.REPLAY, commands::replay);
        button(turnOn, "on", Icon.PLAY, commands::turnOn);
        turnOn.getStyleClass().add("accent");
        refusal.getStyleClass().add("field-error");
        refusal.setWrapText(true);
        refuse("");
    }

    private void button(Button button, String key, Icon icon, Runnable pressed) {
        button.setId(key);
        button.setText(texts.get("button." + key));
        button.setGraphic(icon.node(18));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        visible(refusal, !sentence.isEmpty());
    }

    /** What to do when another action is chosen. */
    void onChosen(Runnable changed) {
        chosenChanged = changed;
    }

    Optional<PlanStrip.Choice> chosen() {
        return chosen;
    }

    void show(PlanPageState state) {
        tag.show(state.tone(), state.tag());
        boolean paused = context.engine().steering().plan().paused();
        boolean on = state.phase() != PlanPageState.Phase.OFF;
        visible(turnOn, !on);
        adjust.getStyleClass().remove("accent");
        if (on && !context.kiosk()) {
            adjust.getStyleClass().add("accent");
        }
        visible(tag, state.phase() != PlanPageState.Phase.NO_BATTERY);
        visible(pause, on && !paused && state.phase() != PlanPageState.Phase.NO_BATTERY);
        visible(resume, on && paused);
        strip.show(state.strip());
        strip.setSummary(summary(state));
        why.show(state.why());
    }

    private static String summary(PlanPageState state) {
        var sentences = new StringBuilder(state.tag());
        for (var row : state.why()) {
            sentences.append(". ").append(row.time()).append(' ').append(row.title());
        }
        return sentences.toString();
    }

    /** The chosen action in a line: whose, when, what, the level expected, why. */
    String reading(PlanStrip.Choice choice) {
        var action = choice.block().action();
        var formats = words.formats();
        var from = action.socFromPct();
        var until = action.socUntilPct();
        var level =
                from == null || until == null
                        ? ""
                        : " · "
                                + formats.percentWithUnit(from)
                                + " → "
                                + formats.percentWithUnit(until);
        return texts.get(
                "reading",
                choice.lane().name(),
                formats.time(choice.block().from()) + "–" + formats.time(action.until()),
                words.title(action) + level,
                action.reason().sentence(formats.locale(), formats.zone()));
    }

    Banner banner(Notice notice) {
        var banner = Banner.of(notice.tone(), notice.what(), notice.then());
        if (notice.remedy() != Notice.Remedy.NONE) {
            banner.setAction(remedy(notice), () -> commands.remedy(notice.remedy()));
        }
        banner.getStyleClass().add("plan-notice");
        return banner;
    }

    String remedy(Notice notice) {
        return switch (notice.remedy()) {
            case NONE -> "";
            case RESUME -> texts.get("button.resume");
            case ACT -> texts.get("button.act");
            case DIAGNOSE -> texts.get("button.diagnose");
            case ADJUST -> texts.get("button.adjust");
        };
    }

    /** Which line is whose. */
    Node legend(StripState state) {
        var legend = new HBox(14);
        legend.getStyleClass().add("plan-legend");
        var title = new Label(texts.get("legend.level"));
        title.getStyleClass().add("muted");
        title.setMinWidth(Region.USE_PREF_SIZE);
        legend.getChildren().add(title);
        for (int i = 0; i < state.lanes().size(); i++) {
            var line = new Line(0, 0, 26, 0);
            line.getStyleClass().add("legend-line");
            for (double dash : StripPen.dashes(i)) {
                line.getStrokeDashArray().add(dash);
            }
            var name = new Label(state.lanes().get(i).name());
            name.setMaxWidth(MOST_NAME);
            var box = new HBox(6, new HBox(line), name);
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            ((HBox) box.getChildren().getFirst()).setAlignment(javafx.geometry.Pos.CENTER);
            legend.getChildren().add(box);
        }
        return legend;
    }

    /** What the strategy would do. */
    VBox offWords() {
        var box = new VBox();
        box.getStyleClass().add("off-box");
        var title = new Label(texts.get("off.title"));
        title.getStyleClass().add("card-title");
        box.getChildren().add(title);
        for (var key : new String[] {"off.charge", "off.hold", "off.day", "off.safe"}) {
            var bullet = new Label(texts.get(key), Icon.CHECK.node(18));
            bullet.getStyleClass().add("off-line");
            bullet.setWrapText(true);
            bullet.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(bullet);
        }
        return box;
    }

    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
