package pilotempo.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import pilotempo.lifecycle.Subscription;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/**
 * The Settings page: find batteries, add, rename and remove them, language and theme. While there
 * is no battery it is the guide of the first run, which leads to the dashboard.
 *
 * <p>What was typed stays when a change is refused; the reason stands beside it.
 */
public final class SettingsView implements View {
    private final UiContext context;
    private final SettingsWords words;
    private SettingsPart part;
    private final StackPane root = new StackPane();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** The guide when the settings have no battery, else the page. */
    public SettingsView(UiContext context) {
        this.context = context;
        this.words =
                new SettingsWords(
                        context.texts("pilotempo.ui.settings.Settings"), context.formats());
        this.part =
                context.engine().settings().batteries().isEmpty()
                        ? new GuideController(context, words)
                        : new SettingsController(context, words);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(SettingsView.class.getResource("settings.css"))
                                .toExternalForm());
        root.getChildren().setAll(part.node());
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
        return words.texts().get("subtitle");
    }

    @Override
    public void shown() {
        hidden();
        if (part instanceof GuideController && !context.engine().settings().batteries().isEmpty()) {
            part = new SettingsController(context, words);
            root.getChildren().setAll(part.node());
        }
        var engine = context.engine();
        subscriptions.add(FxBridge.listen(engine::onFleet, context.fx(), () -> part.refresh()));
        subscriptions.add(context.clockTick().subscribe(() -> part.tick()));
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        part.left();
    }
}
