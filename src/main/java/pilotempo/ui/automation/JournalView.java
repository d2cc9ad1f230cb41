package pilotempo.ui.automation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Subscription;
import pilotempo.live.BatteryState;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Chooser;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.TouchScroll;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** All commands ever sent, of all batteries or one, the newest first. */
final class JournalView implements View {
    private static final int STEP = 60;
    private static final int MOST_SEGMENTS = 4;
    private static final String ALL = "";

    private final UiContext context;
    private final Texts texts;
    private final JournalMaker maker;
    private final JournalList list;
    private final StackPane root = new StackPane();

    /** Of all names together that have room side by side. */
    private static final int MOST_LETTERS = 100;

    private static final int MOST_LETTERS_OF_KIOSK = 56;

    private final StackPane filter = new StackPane();
    private final StackPane body = new StackPane();
    private final Label count = new Label();
    private final Button older = new Button();
    private final TouchScroll scroll;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Map<String, String> names = Map.of();
    private List<JournalEntry> entries = List.of();
    private BackgroundWork.@Nullable Job reading;
    private Instant minuteShown = Instant.EPOCH;
    private String battery = ALL;
    private int most = STEP;

    JournalView(UiContext context, ActionWords words) {
        this.context = context;
        this.texts = words.texts();
        this.maker = new JournalMaker(words);
        this.list =
                new JournalList(
                        !context.kiosk(),
                        !context.kiosk(),
                        row -> JournalDialog.show(context, texts, row));
        root.getStylesheets().add(AutomationView.stylesheet());
        root.getStyleClass().add("automation");
        older.setText(texts.get("journal.older"));
        older.setId("older");
        older.setOnAction(
                _ -> {
                    most += STEP;
                    read();
                });
        count.getStyleClass().addAll("muted", "secondary");
        var column = new VBox(8, list, older);
        column.setAlignment(Pos.TOP_CENTER);
        list.setMaxWidth(Double.MAX_VALUE);
        scroll =
                new TouchScroll(
                        column, context.kiosk(), texts.get("scroll.up"), texts.get("scroll.down"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        filter.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(filter, space, count);
        bar.getStyleClass().add("plan-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        var page = new VBox(bar, body);
        page.getStyleClass().add("automation-page");
        root.getChildren().setAll(page);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get(context.kiosk() ? "journal.title" : "title");
    }

    @Override
    public String subtitle() {
        return texts.get("journal.subtitle");
    }

    @Override
    public boolean inner() {
        return true;
    }

    @Override
    public void shown() {
        hidden();
        fillFilter();
        subscriptions.add(
                FxBridge.listen(context.engine().steering()::onCommands, context.fx(), this::read));
        subscriptions.add(context.clockTick().subscribe(this::tick));
    }

    private void fillFilter() {
        var now = PlanPageState.names(context.engine());
        if (now.equals(names) && !filter.getChildren().isEmpty()) {
            return;
        }
        names = now;
        if (!names.containsKey(battery)) {
            battery = ALL;
        }
        var choices = new LinkedHashMap<String, String>();
        choices.put(ALL, texts.get("journal.batteries"));
        choices.putAll(names);
        int letters = choices.values().stream().mapToInt(String::length).sum();
        if (names.size() <= (context.kiosk() ? 3 : MOST_SEGMENTS)
                && letters <= (context.kiosk() ? MOST_LETTERS_OF_KIOSK : MOST_LETTERS)) {
            var segmented = new Segmented<String>(choices, this::choose);
            segmented.select(battery);
            filter.getChildren().setAll(segmented);
        } else {
            var chooser =
                    new Chooser<String>(
                            choices,
                            texts.get("journal.before"),
                            texts.get("journal.after"),
                            this::choose);
            chooser.select(battery);
            filter.getChildren().setAll(chooser);
        }
    }

    private void choose(String id) {
        battery = id;
        most = STEP;
        scroll.toTop();
        read();
    }

    /** The newest question wins. */
    private void read() {
        if (reading != null) {
            reading.cancel();
        }
        var steering = context.engine().steering();
        var mac = context.engine().fleet().battery(battery).map(BatteryState::mac).orElse(null);
        int wanted = most;
        boolean all = battery.equals(ALL);
        reading =
                context.work()
                        .start(
                                () ->
                                        all
                                                ? steering.journal(wanted)
                                                : mac == null
                                                        ? List.<JournalEntry>of()
                                                        : steering.journal(mac, wanted),
                                found -> {
                                    reading = null;
                                    entries = found;
                                    show();
                                },
                                bug -> {
                                    reading = null;
                                    throw new IllegalStateException("no journal", bug);
                                });
    }

    private void tick() {
        var minute = context.engine().now().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(minuteShown)) {
            minuteShown = minute;
            show();
        }
    }

    private void show() {
        var engine = context.engine();
        list.show(maker.rows(entries, PlanView.names(engine), engine.now()));
        count.setText(entries.isEmpty() ? "" : texts.get("journal.count", entries.size()));
        PlanParts.visible(older, entries.size() >= most);
        if (entries.isEmpty()) {
            body.getChildren()
                    .setAll(
                            EmptyState.of(
                                    Icon.CLOCK,
                                    texts.get("journal.none"),
                                    texts.get("journal.none.sentence")));
        } else if (!body.getChildren().contains(scroll.getParent())) {
            var card = new Card(scroll);
            card.setMinHeight(0);
            body.getChildren().setAll(card);
        }
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }
}
