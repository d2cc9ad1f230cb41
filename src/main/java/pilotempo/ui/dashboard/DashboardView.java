package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Subscription;
import pilotempo.live.BatteryState;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/**
 * The home page: the fleet in one glance, the price, each battery. It listens while it is on
 * screen; curves and energies are asked for in the background, once a minute.
 */
public final class DashboardView implements View {
    private static final Duration HISTORY_EVERY = Duration.ofMinutes(1);

    private final UiContext context;
    private final Language language;
    private final StackPane root = new StackPane();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<BackgroundWork.Job> jobs = new ArrayList<>();
    private @Nullable Page page;
    private @Nullable DashboardState shown;
    private @Nullable Instant historyAsked;
    private List<String> ids = List.of();

    /** Made for one language and theme. */
    public DashboardView(UiContext context) {
        this.context = context;
        this.language = Language.of(context.formats());
        root.getStyleClass().add("dashboard");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(getClass().getResource("dashboard.css"))
                                .toExternalForm());
        root.setMinSize(0, 0);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return language.texts().get("title");
    }

    @Override
    public String subtitle() {
        return context.formats().dateAndTime(context.engine().now());
    }

    @Override
    public void shown() {
        var engine = context.engine();
        subscriptions.add(FxBridge.listen(engine::onFleet, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(engine::onTariff, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(engine.steering()::onPlan, context.fx(), this::refresh));
        subscriptions.add(context.clockTick().subscribe(this::refresh));
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        jobs.forEach(BackgroundWork.Job::cancel);
        jobs.clear();
        historyAsked = null;
    }

    private void refresh() {
        var engine = context.engine();
        var fleet = engine.fleet();
        var now = engine.now();
        if (fleet.batteries().isEmpty()) {
            showEmpty();
            return;
        }
        var current = pageFor(fleet.batteries());
        var state =
                DashboardState.of(fleet, engine.tariff(), engine.steering().plan(), now, language);
        if (!state.equals(shown)) {
            shown = state;
            current.render(state);
        }
        if (historyAsked == null
                || Duration.between(historyAsked, now).abs().compareTo(HISTORY_EVERY) >= 0) {
            historyAsked = now;
            askHistory(current, fleet.batteries(), now);
        }
    }

    private Page pageFor(List<BatteryState> batteries) {
        var next = batteries.stream().map(BatteryState::id).toList();
        var current = page;
        if (current == null || !next.equals(ids)) {
            ids = next;
            shown = null;
            historyAsked = null;
            current =
                    context.kiosk()
                            ? new KioskPage(context, language, batteries.size())
                            : new DesktopPage(context, language, batteries.size());
            page = current;
            root.getChildren().setAll(current.node());
        }
        return current;
    }

    private void askHistory(Page current, List<BatteryState> batteries, Instant now) {
        var macs = new ArrayList<Mac>();
        for (var battery : batteries) {
            var mac = battery.mac();
            if (mac != null) {
                macs.add(mac);
            }
        }
        jobs.forEach(BackgroundWork.Job::cancel);
        jobs.clear();
        var engine = context.engine();
        jobs.add(
                context.work()
                        .start(
                                SavingsState.question(engine, language),
                                current::render,
                                broken -> current.render(SavingsState.failed(language))));
        if (macs.isEmpty()) {
            return;
        }
        jobs.add(
                context.work()
                        .start(TwoHours.question(engine, macs, now), current::draw, broken -> {}));
        jobs.add(
                context.work()
                        .start(
                                EnergyToday.question(engine, macs, context.formats()),
                                current::render,
                                broken -> current.render(EnergyToday.UNKNOWN)));
    }

    private void showEmpty() {
        if (page == null && !root.getChildren().isEmpty()) {
            return;
        }
        page = null;
        shown = null;
        ids = List.of();
        var texts = language.texts();
        var empty =
                EmptyState.of(Icon.BATTERY, texts.get("empty.title"), texts.get("empty.sentence"));
        empty.setAction(
                Icon.SEARCH,
                texts.get("empty.action"),
                () -> context.navigator().go(new Place.SettingsPage()));
        empty.setMaxSize(560, Region.USE_PREF_SIZE);
        root.getChildren().setAll(empty);
    }
}
