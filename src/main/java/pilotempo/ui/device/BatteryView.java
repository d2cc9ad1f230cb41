package pilotempo.ui.device;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Subscription;
import pilotempo.live.BatteryState;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;
import pilotempo.ui.component.Words;

/** One battery: gauges, its day, mode, link and device. Its mode and program are changed here. */
public final class BatteryView implements View {
    private static final Duration ASKING = Duration.ofSeconds(30);
    private static final int MOST_SEGMENTS = 4;

    /** Of all names together that have room in the header. */
    private static final int MOST_LETTERS = 48;

    private final UiContext context;
    private final String id;
    private final Texts texts;
    private final BatteryCards cards;
    private final DayCard day;
    private final ModeCard mode;
    private final Node page;
    private final StackPane root = new StackPane();
    private Map<String, String> offered = Map.of();
    private @Nullable Node switcher;
    private @Nullable BatteryPageState shown;
    private @Nullable Instant askedAt;
    private @Nullable Subscription fleet;
    private @Nullable Subscription ticks;

    /** The page of the battery of that id; an empty state when there is none. */
    public BatteryView(UiContext context, String id) {
        this.context = context;
        this.id = id;
        texts = context.texts("pilotempo.ui.device.Device");
        cards = new BatteryCards(context.palette(), texts, context.kiosk());
        cards.askAgain.setOnAction(_ -> askAgain());
        day = new DayCard(context, texts);
        mode = new ModeCard(context, texts, id);
        page =
                context.kiosk()
                        ? new KioskBatteryPage(cards, day, mode, texts)
                        : new DesktopBatteryPage(cards, day, mode, texts);
        root.getStyleClass().add("battery-page");
        var sheet = Objects.requireNonNull(BatteryView.class.getResource("device.css"));
        root.getStylesheets().add(sheet.toExternalForm());
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return context.engine().fleet().battery(id).map(BatteryState::name).orElse(id);
    }

    @Override
    public Optional<Node> headerExtra() {
        var batteries = context.engine().fleet().batteries();
        if (context.kiosk() || batteries.size() < 2) {
            return Optional.empty();
        }
        var names = new LinkedHashMap<String, String>();
        batteries.forEach(battery -> names.put(battery.id(), battery.name()));
        if (!names.equals(offered)) {
            offered = names;
            switcher = switcher(names);
        }
        return Optional.ofNullable(switcher);
    }

    /** Made anew only when a name changes: one that is rebuilt each second can't keep the focus. */
    private Node switcher(Map<String, String> names) {
        int letters = names.values().stream().mapToInt(String::length).sum();
        if (names.size() <= MOST_SEGMENTS && letters <= MOST_LETTERS) {
            var segmented = new Segmented<>(names, this::go);
            segmented.select(id);
            return segmented;
        }
        return choice(names);
    }

    private ChoiceBox<String> choice(Map<String, String> names) {
        var box = new ChoiceBox<String>();
        box.getItems().setAll(names.keySet());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String battery) {
                        return battery == null ? "" : names.getOrDefault(battery, battery);
                    }

                    @Override
                    public String fromString(String name) {
                        return name;
                    }
                });
        box.setValue(id);
        box.setOnAction(_ -> go(box.getValue()));
        return box;
    }

    private void go(String battery) {
        if (!battery.equals(id)) {
            context.navigator().go(new Place.Battery(battery));
        }
    }

    @Override
    public void shown() {
        if (fleet == null) {
            offered = Map.of(); // another battery may have been chosen in it
            fleet = FxBridge.listen(context.engine()::onFleet, context.fx(), this::render);
            ticks = context.clockTick().subscribe(this::render);
            mode.shown();
        }
    }

    @Override
    public void hidden() {
        if (fleet != null) {
            fleet.close();
            fleet = null;
        }
        if (ticks != null) {
            ticks.close();
            ticks = null;
        }
        day.stop();
        mode.hidden();
    }

    private void askAgain() {
        askedAt = context.engine().now();
        context.engine().askAgain(id);
        render();
    }

    private void render() {
        var found = context.engine().fleet().battery(id);
        if (found.isEmpty()) {
            var none =
                    EmptyState.of(
                            Icon.BATTERY, texts.get("none.title"), texts.get("none.sentence", id));
            none.setAction(
                    Icon.SETTINGS,
                    texts.get("none.action"),
                    () -> context.navigator().go(new Place.SettingsPage()));
            StackPane.setMargin(none, new Insets(context.kiosk() ? 12 : 24));
            root.getChildren().setAll(none);
            return;
        }
        if (!root.getChildren().contains(page)) {
            root.getChildren().setAll(page);
        }
        render(found.get());
    }

    private void render(BatteryState battery) {
        var now = context.engine().now();
        var next = BatteryPageState.of(battery, now, context.formats(), texts);
        if (!next.equals(shown)) {
            shown = next;
            cards.show(next);
            cards.brief.setText(brief(battery, now, next));
        }
        mode.show(battery, next.modeSentence());
        asking(battery, now);
        if (fleet != null) {
            day.show(battery.mac());
        }
    }

    private String brief(BatteryState battery, Instant now, BatteryPageState state) {
        var facts =
                new BatteryFacts(
                        battery, now, context.formats(), texts, new Words(context.formats()));
        var degrees = state.temperature();
        return degrees.number()
                + (degrees.unit().isEmpty() ? "" : "\u00a0" + degrees.unit())
                + "\n"
                + facts.brief();
    }

    /** The button rests until an answer came, or half a minute passed. */
    private void asking(BatteryState battery, Instant now) {
        var asked = askedAt;
        if (asked != null) {
            var last = battery.link().lastAnswer();
            boolean answered = last != null && last.isAfter(asked);
            if (answered || Duration.between(asked, now).abs().compareTo(ASKING) > 0) {
                askedAt = null;
            }
        }
        cards.askAgain.setDisable(askedAt != null);
        cards.askAgain.setText(texts.get(askedAt == null ? "askAgain" : "asked"));
    }
}
