package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.Mac;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Subscription;
import pilotempo.planning.Plan;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The plan, why, and the newest of the journal. */
final class PlanView implements View {
    private static final int NEWEST = 40;
    private static final String IMAGINED = "tempo";
    private static final Duration IMAGINED_FOR = Duration.ofMinutes(10);

    private final UiContext context;
    private final ActionWords words;
    private final StackPane root = new StackPane();
    private final PlanPage page;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private BackgroundWork.@Nullable Job reading;
    private boolean readAgain;
    private BackgroundWork.@Nullable Job imagining;
    private @Nullable Plan preview;
    private Instant imagined = Instant.EPOCH;
    private List<JournalEntry> journal = List.of();
    private Instant minuteShown = Instant.EPOCH;
    private String subtitle = "";

    PlanView(UiContext context, ActionWords words) {
        this.context = context;
        this.words = words;
        var parts = new PlanParts(context, words);
        page = context.kiosk() ? new KioskPlanPage(parts) : new DesktopPlanPage(parts);
        root.getStylesheets().add(AutomationView.stylesheet());
        root.getStyleClass().add("automation");
        root.getChildren().setAll(page.node());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return words.texts().get("title");
    }

    @Override
    public String subtitle() {
        return subtitle;
    }

    @Override
    public void shown() {
        hidden();
        var engine = context.engine();
        var steering = engine.steering();
        subscriptions.add(FxBridge.listen(steering::onPlan, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(engine::onTariff, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(steering::onCommands, context.fx(), this::read));
        subscriptions.add(context.clockTick().subscribe(this::tick));
    }

    /** The line of now moves, and a colour may become late: once a minute will do. */
    private void tick() {
        if (!minuteShown.equals(minuteNow())) {
            refresh();
        }
    }

    private Instant minuteNow() {
        return context.engine().now().truncatedTo(ChronoUnit.MINUTES);
    }

    private void refresh() {
        minuteShown = minuteNow();
        imagine();
        var state = PlanPageState.of(context.engine(), words, reserve(), preview);
        subtitle = state.subtitle();
        page.show(state);
        tellJournal();
    }

    /** While no strategy is on, asks now and then what it would do. */
    private void imagine() {
        var engine = context.engine();
        var now = engine.now();
        boolean off = !engine.steering().plan().enabled() && !engine.fleet().batteries().isEmpty();
        boolean young = Duration.between(imagined, now).abs().compareTo(IMAGINED_FOR) < 0;
        if (!off) {
            preview = null;
            imagined = Instant.EPOCH;
        } else if (imagining == null && !young) {
            imagined = now;
            imagining =
                    context.work()
                            .start(
                                    () -> engine.steering().planAt(IMAGINED, now),
                                    plan -> {
                                        imagining = null;
                                        preview = plan.actions().isEmpty() ? null : plan;
                                        refresh();
                                    },
                                    bug -> {
                                        imagining = null;
                                        throw new IllegalStateException("no preview", bug);
                                    });
        }
    }

    /** Reads the journal off this thread; what changes meanwhile is read once more. */
    private void read() {
        if (reading != null) {
            readAgain = true;
            return;
        }
        readAgain = false;
        reading =
                context.work()
                        .start(
                                () -> context.engine().steering().journal(NEWEST),
                                this::read,
                                bug -> {
                                    reading = null;
                                    throw new IllegalStateException("no journal", bug);
                                });
    }

    private void read(List<JournalEntry> entries) {
        reading = null;
        journal = entries;
        refresh();
        if (readAgain) {
            read();
        }
    }

    private void tellJournal() {
        page.show(
                new JournalMaker(words)
                        .rows(journal, names(context.engine()), context.engine().now()));
    }

    static Map<Mac, String> names(pilotempo.engine.Engine engine) {
        var names = new HashMap<Mac, String>();
        for (var battery : engine.fleet().batteries()) {
            var mac = battery.mac();
            if (mac != null) {
                names.put(mac, battery.name());
            }
        }
        return names;
    }

    /** From the newest depth of discharge that a battery took; not known otherwise. */
    private @Nullable Integer reserve() {
        return journal.stream()
                .filter(entry -> entry.result().took())
                .map(JournalEntry::command)
                .filter(DeviceSetting.DepthOfDischarge.class::isInstance)
                .map(command -> 100 - ((DeviceSetting.DepthOfDischarge) command).percent())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        if (imagining != null) {
            imagining.cancel();
            imagining = null;
            imagined = Instant.EPOCH;
        }
    }
}
