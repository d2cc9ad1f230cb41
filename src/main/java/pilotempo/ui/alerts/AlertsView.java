package pilotempo.ui.alerts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.AlertWords;
import pilotempo.history.AlertEntry;
import pilotempo.lifecycle.Subscription;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Columns;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The Alerts page. */
public final class AlertsView implements View {
    private static final int REMEMBERED = 100;

    private final UiContext context;
    private final Texts texts;
    private final AlertRows lasting;
    private final AlertRows over;
    private final EmptyState allWell = new EmptyState();
    private final Card overCard;
    private final ChannelCard channels;
    private final ScrollPane root;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private List<AlertEntry> newest = List.of();
    private Instant minuteShown = Instant.MIN;
    private BackgroundWork.@Nullable Job loading;

    /** Not listening yet. */
    public AlertsView(UiContext context) {
        this.context = context;
        texts = context.texts("pilotempo.ui.alerts.Alerts");
        lasting = new AlertRows(texts, this::acknowledge);
        over = new AlertRows(texts, _ -> {});
        allWell.show(Icon.CHECK, texts.get("none.title"), texts.get("none.sentence"));
        allWell.getStyleClass().add("no-alert");
        overCard = new Card(cardTitle("over.title"), over);
        channels =
                new ChannelCard(
                        texts,
                        texts.get(context.kiosk() ? "window.kiosk" : "window.desktop"),
                        this::sendTest);
        root = page();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public String subtitle() {
        return texts.get("subtitle", context.engine().alerts().open().size());
    }

    @Override
    public void shown() {
        hidden();
        var alerts = context.engine().alerts();
        subscriptions.add(FxBridge.listen(alerts::onChange, context.fx(), this::load));
        subscriptions.add(context.clockTick().subscribe(this::tick));
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
    }

    /** What lasts is known at once, what is over waits for the disk. */
    private void load() {
        refresh();
        if (loading != null) {
            loading.cancel();
        }
        loading =
                context.work()
                        .start(
                                () -> context.engine().alerts().newest(REMEMBERED),
                                loaded -> {
                                    newest = loaded;
                                    refresh();
                                },
                                _ -> {});
    }

    /** Durations are told in minutes. */
    private void tick() {
        if (!minuteShown.equals(context.engine().now().truncatedTo(ChronoUnit.MINUTES))) {
            refresh();
        }
    }

    private void refresh() {
        var engine = context.engine();
        var now = engine.now();
        minuteShown = now.truncatedTo(ChronoUnit.MINUTES);
        var alerts = engine.alerts();
        var state =
                AlertsState.of(
                        alerts.open(),
                        newest,
                        alerts.channels(context.locale()),
                        new AlertWords(context.locale(), engine.settings()),
                        texts,
                        context.formats(),
                        now);
        lasting.show(state.lasting());
        over.show(state.over());
        channels.show(state.channels());
        boolean any = !state.lasting().isEmpty();
        show(lasting, any);
        show(allWell, !any);
        show(overCard, !state.over().isEmpty());
    }

    private void acknowledge(UUID alert) {
        context.work()
                .start(
                        () -> {
                            context.engine().alerts().acknowledge(alert);
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    private void sendTest() {
        channels.testing();
        context.work()
                .start(
                        () -> context.engine().alerts().sendTest(context.locale()),
                        channels::tested,
                        _ -> channels.failed());
    }

    private ScrollPane page() {
        var open = new Card(cardTitle("open.title"), allWell, lasting);
        var main = new VBox(open, overCard);
        main.getStyleClass().add("alert-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        var columns = new Columns();
        columns.setFrom(900);
        columns.setSpacing(16);
        var ways = new VBox(channels.node());
        ways.getStyleClass().add("channel-column");
        columns.getColumns().setAll(main, ways);
        columns.getStyleClass().add("alerts-page");
        var page = new ScrollPane(columns);
        page.getStyleClass().add("page-scroll");
        page.getStylesheets()
                .add(
                        Objects.requireNonNull(AlertsView.class.getResource("alerts.css"))
                                .toExternalForm());
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return page;
    }

    private Label cardTitle(String key) {
        var title = new Label(texts.get(key));
        title.getStyleClass().add("card-title");
        return title;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
