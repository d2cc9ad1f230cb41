package pilotempo.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Quantity;
import pilotempo.lifecycle.Signal;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.ValueLabel;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.WindowTest;

/** What reaches the FX thread, and how much of it. */
class LiveUpdatesTest extends WindowTest {
    private final Deque<Runnable> queued = new ArrayDeque<>();
    private final Signal tick = new Signal();
    private final StillEngine engine = StillEngine.of(3);
    private @Nullable Scene scene;
    private Place went = new Place.Home();

    @Test
    void two_hundred_updates_leave_one_task_and_the_newest_value_is_shown() {
        var view = onFx(this::view);
        onFx(view::shown);
        drain();
        for (int watts = 1; watts <= 200; watts++) {
            engine.with("salon", Quantity.POWER_W, 1000.0 + watts);
        }
        assertThat(queued).hasSize(1);
        drain();
        onFx(
                () ->
                        assertThat(((ValueLabel) view.node().lookup("#power")).getNumber())
                                .isEqualTo("1\u00a0920"));
        onFx(view::close);
    }

    @Test
    void a_hidden_view_listens_no_more_and_forgets_what_is_queued() {
        var view = onFx(this::view);
        onFx(view::shown);
        drain();
        engine.with("salon", Quantity.POWER_W, 9000.0);
        onFx(view::hidden);
        drain();
        engine.with("salon", Quantity.POWER_W, 9100.0);
        tick.send();
        assertThat(queued).isEmpty();
        onFx(
                () ->
                        assertThat(((ValueLabel) view.node().lookup("#power")).getNumber())
                                .isEqualTo("1\u00a0240"));
    }

    @Test
    void without_a_battery_it_says_how_to_find_one_and_leads_there() {
        engine.fleet(pilotempo.live.FleetSnapshot.EMPTY);
        var view = onFx(this::view);
        onFx(view::shown);
        drain();
        onFx(
                () -> {
                    var empty = view.node().lookup(".empty-state");
                    assertThat(empty).isNotNull();
                    ((javafx.scene.control.Button) empty.lookup(".button")).fire();
                });
        assertThat(went).isEqualTo(new Place.SettingsPage());
        engine.fleet(StillEngine.of(2).fleet());
        drain();
        onFx(() -> assertThat(view.node().lookup(".empty-state")).isNull());
        onFx(view::close);
    }

    @Test
    void what_to_do_leads_to_the_diagnosis_of_that_battery() {
        engine.silent("atelier");
        var view = onFx(this::view);
        onFx(view::shown);
        drain();
        onFx(
                () ->
                        view.node().lookupAll("#whatToDo").stream()
                                .filter(javafx.scene.Node::isVisible)
                                .map(javafx.scene.control.Button.class::cast)
                                .forEach(javafx.scene.control.Button::fire));
        assertThat(went).isEqualTo(new Place.Diagnostics("atelier"));
        onFx(view::close);
    }

    private DashboardView view() {
        var made =
                new DashboardView(
                        new UiContext(
                                engine,
                                new Formats(Locale.FRENCH, engine.zone()),
                                false,
                                false,
                                place -> went = place,
                                new BackgroundWork(task -> {}),
                                queued::add,
                                tick));
        scene = new Scene((Parent) made.node(), 1184, 728);
        return made;
    }

    private void drain() {
        onFx(
                () -> {
                    while (!queued.isEmpty()) {
                        queued.poll().run();
                    }
                    if (scene != null) {
                        // A scroll pane has no content before it has a skin.
                        scene.getRoot().applyCss();
                    }
                });
    }
}
