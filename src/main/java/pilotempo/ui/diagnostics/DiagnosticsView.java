package pilotempo.ui.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import pilotempo.alert.AlertText;
import pilotempo.alert.AlertWords;
import pilotempo.lifecycle.Subscription;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/**
 * The Diagnostics page: what is well, what is not and what to do about it, the links' figures and
 * the devices' own words.
 */
public final class DiagnosticsView implements View {
    private final UiContext context;
    private final Texts texts;
    private final DiagnosticsController controller;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /**
     * Not listening yet.
     *
     * @param batteryId the battery to begin with; empty = what needs something first
     */
    public DiagnosticsView(UiContext context, String batteryId) {
        this.context = context;
        this.texts = context.texts("pilotempo.ui.diagnostics.Diagnostics");
        this.controller = new DiagnosticsController(context, texts, batteryId);
        var file = context.kiosk() ? "DiagnosticsKiosk.fxml" : "Diagnostics.fxml";
        var loader = new FXMLLoader(DiagnosticsView.class.getResource(file), texts.bundle());
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
        return texts.get("title");
    }

    @Override
    public String subtitle() {
        var state = state();
        return texts.get("subtitle", state.goodChecks(), state.checks().size());
    }

    @Override
    public void shown() {
        hidden();
        var engine = context.engine();
        subscriptions.add(FxBridge.listen(engine::onFleet, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(engine::onSync, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(engine::onTariff, context.fx(), this::refresh));
        subscriptions.add(FxBridge.listen(engine.alerts()::onChange, context.fx(), this::refresh));
        subscriptions.add(context.clockTick().subscribe(this::refresh));
    }

    private void refresh() {
        controller.render(state());
    }

    private DiagnosticsState state() {
        var engine = context.engine();
        return DiagnosticsState.of(
                engine.fleet(),
                engine.history(),
                engine.sync(),
                engine.tariff().today(),
                engine.settings().tempo().source(),
                together(),
                engine.now(),
                texts,
                context.formats());
    }

    /** What the alert says, in the same words. */
    private Optional<AlertText> together() {
        var engine = context.engine();
        return engine.alerts().open().stream()
                .filter(AlertWords::chargesEachOther)
                .findFirst()
                .map(new AlertWords(context.locale(), engine.settings())::begun);
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }
}
