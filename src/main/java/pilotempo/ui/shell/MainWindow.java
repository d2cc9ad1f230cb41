package pilotempo.ui.shell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.AlertText;
import pilotempo.engine.Engine;
import pilotempo.history.AlertEntry;
import pilotempo.lifecycle.Signal;
import pilotempo.ui.automation.AutomationView;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Dialogs;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.PinGuard;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Stylesheets;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/**
 * The window. Everything is called on the FX thread. Language and theme follow the settings at run
 * time: the scene is built anew, the place stays. It owns the second's tick and the background work
 * of its views, both ended by {@link #close}.
 */
public final class MainWindow implements AutoCloseable {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    private final Engine engine;
    private final WindowOptions options;
    private final Map<Class<? extends Place>, ViewFactory> factories;
    private final Executor fx = Platform::runLater;
    private final BackgroundWork work = new BackgroundWork(fx);
    private final Signal clockTick = new Signal();
    private final SecondTick second = new SecondTick(fx, this::tick);
    private final Map<Place, View> views = new HashMap<>();
    private final Trail trail = new Trail();
    private final IdleDim dim = new IdleDim();
    private final Dialogs dialogs = new Dialogs();
    private final PinGuard pinGuard;
    private final PlanWatch planWatch = new PlanWatch();
    private final AlertNotices alertNotices = new AlertNotices();
    private Appearance appearance;
    private Frame frame;
    private @Nullable View current;
    private @Nullable Scene scene;
    private @Nullable Stage stage;

    /** With the places that exist; {@link Place.Home} must. */
    public MainWindow(
            Engine engine,
            WindowOptions options,
            Map<Class<? extends Place>, ViewFactory> factories) {
        this.engine = engine;
        pinGuard = new PinGuard(engine);
        this.options = options;
        this.factories = Map.copyOf(factories);
        appearance = appearanceNow();
        frame = frame();
    }

    /** Shows the window; the kiosk full screen, without a cursor and without a way out by key. */
    public void show(Stage window) {
        stage = window;
        Thread.currentThread().setUncaughtExceptionHandler(new Faults(code -> frame.tell(code)));
        window.setTitle("Pilotempo");
        window.getIcons().setAll(Logo.image(32), Logo.image(64), Logo.image(128));
        window.setScene(options.kiosk() ? scene(800, 480) : scene(1280, 800));
        window.setMinWidth(options.kiosk() ? 480 : 640);
        window.setMinHeight(480);
        if (options.kiosk()) {
            // Also where no window manager makes it full screen.
            var screen = Screen.getPrimary().getBounds();
            window.setX(screen.getMinX());
            window.setY(screen.getMinY());
            window.setWidth(screen.getWidth());
            window.setHeight(screen.getHeight());
            window.setFullScreenExitHint("");
            window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            window.setFullScreen(true);
        }
        window.showingProperty().addListener((value, before, now) -> watch());
        window.iconifiedProperty().addListener((value, before, now) -> watch());
        window.show();
        watch();
    }

    /** The window's content in a scene of that size, for pictures too; the same scene each time. */
    public Scene scene(double width, double height) {
        var made = scene;
        if (made == null) {
            made = new Scene(frame.root(), width, height);
            scene = made;
            dress(made);
            keys(made);
            if (options.kiosk()) {
                dim.watch(made);
            }
            go(trail.current());
        }
        return made;
    }

    /** Goes to a place; one that does not exist leads home. */
    public void go(Place place) {
        // Who goes elsewhere has seen what lay over the page; the bell goes on telling it.
        frame.hideAlert();
        var target = factories.containsKey(place.getClass()) ? place : new Place.Home();
        trail.step(target);
        open(target);
    }

    /** Brings the window before all others. */
    public void toFront() {
        if (stage != null) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    @Override
    public void close() {
        second.close();
        engine.looking(false);
        dialogs.dismiss();
        closeViews();
        work.close();
    }

    /** What happens each second: ages, the header, a changed language or theme. */
    void tick() {
        var next = appearanceNow();
        if (!next.equals(appearance)) {
            appearance = next;
            rebuild();
        }
        refreshHeader();
        frame.tick();
        planWatch.look(context(), frame.texts());
        if (factories.containsKey(Place.Alerts.class)) {
            alertNotices.look(engine, appearance.locale(), this::tell);
        }
        if (options.kiosk()) {
            dim.tick();
        }
        clockTick.send();
    }

    /** The desktop tells in its own way; on the kiosk a second window may fall behind the first. */
    private void tell(AlertEntry alert, AlertText text) {
        if (trail.current() instanceof Place.Alerts) {
            return;
        }
        if (options.kiosk()) {
            frame.alert(
                    alert.urgent() ? Tone.ERROR : Tone.ATTENTION,
                    text.title(),
                    text.sentence(),
                    () -> go(new Place.Alerts()));
        } else if (stage != null) {
            DesktopNotice.show(stage, alert, text, () -> go(new Place.Alerts()));
        }
    }

    private void watch() {
        var window = stage;
        boolean looking = window != null && window.isShowing() && !window.isIconified();
        second.run(looking);
        engine.looking(looking);
    }

    private Appearance appearanceNow() {
        return Appearance.of(engine.settings().ui(), options, engine.zone());
    }

    private Frame frame() {
        return new Frame(
                options.kiosk(),
                formats(),
                places(),
                this::go,
                () -> go(new Place.Tempo()),
                () -> go(new Place.Alerts()),
                this::back,
                () -> planWatch.resume(context(), frame.texts()),
                () -> AutomationView.askPause(context()));
    }

    private List<Destination> places() {
        return Arrays.stream(Destination.values())
                .filter(place -> factories.containsKey(place.kind()))
                .toList();
    }

    private Formats formats() {
        return new Formats(appearance.locale(), engine.zone());
    }

    private void rebuild() {
        dialogs.dismiss();
        closeViews();
        frame = frame();
        if (scene != null) {
            scene.setRoot(frame.root());
            dress(scene);
            open(trail.current());
        }
    }

    private void dress(Scene target) {
        Stylesheets.apply(target, appearance.dark(), options.kiosk());
        if (options.kiosk()) {
            target.setCursor(Cursor.NONE);
        }
        frame.cover(
                options.kiosk() ? List.of(dialogs.node(), dim.veil()) : List.of(dialogs.node()));
    }

    private void closeViews() {
        current = null;
        views.values().forEach(View::close);
        views.clear();
    }

    private void go(Destination destination) {
        go(
                switch (destination) {
                    case HOME -> new Place.Home();
                    case BATTERIES -> new Place.Battery(firstBattery());
                    case HISTORY -> new Place.History();
                    case TEMPO -> new Place.Tempo();
                    case AUTOMATION -> new Place.Automation(Place.Automation.Part.PLAN);
                    case DIAGNOSTICS -> new Place.Diagnostics("");
                    case ALERTS -> new Place.Alerts();
                    case SETTINGS -> new Place.SettingsPage();
                });
    }

    private String firstBattery() {
        var batteries = engine.fleet().batteries();
        return batteries.isEmpty() ? "" : batteries.getFirst().id();
    }

    private void open(Place place) {
        var next = views.get(place);
        if (next == null) {
            var factory = factories.get(place.getClass());
            if (factory == null) {
                throw new IllegalStateException("no view for " + place);
            }
            next = factory.create(place, context());
            views.put(place, next);
        }
        if (!next.equals(current)) {
            if (current != null) {
                current.hidden();
            }
            current = next;
            next.shown();
        }
        frame.show(next.node(), Destination.of(place));
        refreshHeader();
    }

    private UiContext context() {
        return new UiContext(
                engine,
                formats(),
                options.kiosk(),
                appearance.dark(),
                this::go,
                work,
                fx,
                clockTick,
                dialogs,
                pinGuard);
    }

    private void refreshHeader() {
        frame.recording(
                engine.history().recording(), () -> go(new Place.Diagnostics(":recording")));
        frame.header().show(engine.steering().plan(), engine.now());
        frame.header().show(engine.alerts().open());
        var view = current;
        if (view == null || !frame.showsView()) {
            return;
        }
        boolean clock = options.kiosk() && trail.current() instanceof Place.Home;
        frame.header()
                .show(
                        clock ? formats().time(engine.now()) : view.title(),
                        view.subtitle(),
                        view.headerExtra(),
                        view.inner());
        frame.header()
                .render(
                        HeaderState.of(
                                engine.fleet(),
                                engine.tariff(),
                                engine.history(),
                                engine.sync(),
                                engine.now(),
                                formats(),
                                frame.texts()));
    }

    private void back() {
        trail.back().ifPresent(this::open);
    }

    private void keys(Scene target) {
        var digits = DIGITS.iterator();
        for (var destination : Destination.values()) {
            target.getAccelerators()
                    .put(
                            new KeyCodeCombination(digits.next(), KeyCombination.CONTROL_DOWN),
                            () -> go(destination));
        }
        target.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        back();
                        key.consume();
                    } else if (key.getCode() == KeyCode.F1) {
                        explainKeys();
                        key.consume();
                    }
                });
        // By character: where it lies depends on the keyboard. A field keeps what is typed in it.
        target.addEventHandler(
                KeyEvent.KEY_TYPED,
                key -> {
                    boolean field = target.getFocusOwner() instanceof TextInputControl;
                    if (key.getCharacter().equals("?") && !field) {
                        explainKeys();
                        key.consume();
                    }
                });
    }

    private void explainKeys() {
        ShortcutCard.open(dialogs, frame.texts(), places());
    }
}
