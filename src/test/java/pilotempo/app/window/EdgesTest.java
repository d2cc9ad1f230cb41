package pilotempo.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.battery.Quantity;
import pilotempo.history.HistoryHealth;
import pilotempo.live.Diagnosis;
import pilotempo.sync.SyncProblem;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillPlan;
import pilotempo.ui.testing.StillSync;

/**
 * Every page in states that are rare at a developer's and common at a customer's: pictures for
 * people to judge, and no word that is cut off, in either language.
 */
class EdgesTest extends WholeWindowTest {
    /** As long as a name may be. */
    private static final String LONG = "Véranda côté jardin, à gauche du garage é";

    record Edge(
            String name, Supplier<StillEngine> engine, boolean kiosk, Locale locale, boolean dark) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Edge> edges() {
        return Stream.of(
                        edge("usual", EdgesTest::usual),
                        edge("none", () -> StillEngine.of(0)),
                        edge("away", EdgesTest::away),
                        edge("blank", EdgesTest::blank),
                        edge("long", EdgesTest::longNames),
                        edge("ten", EdgesTest::ten),
                        edge("trouble", EdgesTest::trouble))
                .flatMap(edges -> edges);
    }

    private static Stream<Edge> edge(String name, Supplier<StillEngine> engine) {
        return Stream.of(
                new Edge(name + "-desktop-light-fr", engine, false, Locale.FRENCH, false),
                new Edge(name + "-kiosk-light-en", engine, true, Locale.ENGLISH, false),
                new Edge(name + "-kiosk-dark-fr", engine, true, Locale.FRENCH, true));
    }

    private static StillEngine usual() {
        var engine = StillEngine.of(3);
        engine.steering.plan(StillPlan.acting("salon", "garage", "atelier"));
        return engine;
    }

    private static StillEngine away() {
        var engine =
                StillEngine.of(3)
                        .silent("salon")
                        .silent("garage", Diagnosis.SILENT)
                        .silent("atelier", Diagnosis.STRANGER);
        engine.steering.plan(StillPlan.paused(null, "salon", "garage", "atelier"));
        return engine;
    }

    private static StillEngine blank() {
        return StillEngine.of(3)
                .noColours()
                .withoutHistory()
                .neverSeen("salon")
                .neverSeen("garage")
                .neverSeen("atelier");
    }

    private static StillEngine longNames() {
        var engine =
                StillEngine.of(3)
                        .named("salon", LONG)
                        .named("garage", LONG.replace("gauche", "droite"))
                        .with("salon", Quantity.SOC_PCT, 100.0)
                        .with("salon", Quantity.POWER_W, -0.0)
                        .with("garage", Quantity.SOC_PCT, 0.0)
                        .with("garage", Quantity.POWER_W, -2_500.0)
                        .with("atelier", Quantity.SOC_PCT, null);
        engine.steering.plan(StillPlan.trial(StillEngine.NOW.plusSeconds(80_000), "salon"));
        return engine;
    }

    private static StillEngine ten() {
        var engine = StillEngine.of(10).tomorrowUnknown();
        engine.steering.plan(StillPlan.acting("salon", "garage", "atelier", "cave", "grange"));
        return engine;
    }

    private static StillEngine trouble() {
        var engine =
                StillEngine.of(3)
                        .stale("garage")
                        .syncing(
                                StillSync.failing(
                                        new SyncProblem(SyncProblem.Kind.ROLE, "refused", "")))
                        .recording(new HistoryHealth(false, "disk full", null, 9));
        engine.steering.plan(StillPlan.doubted("salon", "garage", "atelier"));
        return engine;
    }

    @ParameterizedTest
    @MethodSource("edges")
    void nothing_is_cut_off(Edge edge) {
        var scene = show(edge.engine().get(), edge.kiosk(), edge.locale(), edge.dark());
        var cut = new ArrayList<String>();
        places().forEach(
                        (name, place) -> {
                            go(scene, place);
                            picture(scene, "edge-" + edge.name() + "-" + name);
                            onFx(() -> look(name, scene.getRoot(), cut));
                        });
        assertThat(cut).as("words cut off").isEmpty();
    }

    private static void look(String page, Parent parent, List<String> cut) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (child instanceof Labeled label) {
                var place = label.localToScene(label.getLayoutBounds());
                if (place.getMaxX() > label.getScene().getWidth() + 1 || place.getMinX() < -1) {
                    cut.add(page + ": over the edge: " + label.getText());
                }
                shown(label)
                        .filter(words -> words.endsWith("..."))
                        .filter(_ -> !label.getText().contains("droite du"))
                        .filter(_ -> !label.getText().contains("gauche du"))
                        .forEach(words -> cut.add(page + ": " + label.getText() + " → " + words));
            }
            if (child instanceof Parent inner) {
                look(page, inner, cut);
            }
        }
    }

    private static Stream<String> shown(Labeled label) {
        return label.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .filter(Node::isVisible)
                .map(node -> ((Text) node).getText());
    }
}
