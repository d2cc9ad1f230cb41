package pilotempo.ui.tempo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import pilotempo.lifecycle.Subscription;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The Tempo page: the season as a calendar, today and tomorrow, days left, prices. */
public final class TempoView implements View {
    private final UiContext context;
    private final TempoWords words;
    private final TempoController controller;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Instant minuteShown = Instant.EPOCH;

    /** Not listening yet. */
    public TempoView(UiContext context) {
        this.context = context;
        this.words = new TempoWords(context.texts("pilotempo.ui.tempo.Tempo"), context.formats());
        this.controller = new TempoController(context, words);
        var file = context.kiosk() ? "TempoKiosk.fxml" : "Tempo.fxml";
        var loader = new FXMLLoader(TempoView.class.getResource(file), words.texts().bundle());
        loader.setControllerFactory(type -> controller);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Node node() {
        return controller.node();
    }

    @Override
    public String title() {
        return words.texts().get("title");
    }

    @Override
    public String subtitle() {
        return context.formats().dateAndTime(context.engine().now());
    }

    @Override
    public void shown() {
        hidden();
        var engine = context.engine();
        subscriptions.add(FxBridge.listen(engine::onTariff, context.fx(), this::coloursChanged));
        subscriptions.add(context.clockTick().subscribe(this::tick));
    }

    /**
     * Prices change at 06:00 and 22:00, and what was awaited becomes late: once a minute will do.
     */
    private void tick() {
        if (!minuteShown.equals(minuteNow())) {
            refresh();
        }
    }

    private void coloursChanged() {
        minuteShown = minuteNow();
        controller.coloursChanged();
    }

    private void refresh() {
        minuteShown = minuteNow();
        controller.refresh();
    }

    private Instant minuteNow() {
        return context.engine().now().truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        controller.hidden();
    }
}
