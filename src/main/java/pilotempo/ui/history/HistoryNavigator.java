package pilotempo.ui.history;

import java.time.Instant;
import java.util.function.UnaryOperator;
import pilotempo.battery.Mac;
import pilotempo.engine.Engine;
import pilotempo.ui.chart.ChartNavigation;
import pilotempo.ui.chart.ChartWindow;

/** Where the user is, where he was before, and how he moves. FX thread. */
final class HistoryNavigator implements ChartNavigation, HistoryBar.Wishes, HistoryOptions.Wishes {
    /** Hears of each move. */
    interface Listener {
        /** Another range: what is shown has to be read. */
        void stepped();

        /** Zoomed or panned: what is loaded can move at once, more will follow. */
        void drifted();

        /** The user wants what is shown as CSV. */
        void csv();

        /** The user wants what is shown as a picture. */
        void picture();

        /** Kiosk: the options come or go. */
        void options(boolean shown);
    }

    private final Engine engine;
    private final Listener listener;
    private final WindowTrail trail = new WindowTrail();
    private Shown shown;
    private Instant first = Instant.EPOCH;
    private boolean drifting;

    HistoryNavigator(Engine engine, Listener listener) {
        this.engine = engine;
        this.listener = listener;
        shown = Shown.thisWeek(engine.now(), engine.zone());
    }

    Shown shown() {
        return shown;
    }

    /** Instant of the first reading, as far as is known. */
    Instant first() {
        return first;
    }

    boolean canGoBack() {
        return !trail.isEmpty();
    }

    /** The hand rests: what follows is another step. */
    void settled() {
        drifting = false;
    }

    /** The first reading has become known; whether that changes what "all" is. */
    boolean began(Instant firstReading) {
        first = firstReading;
        if (!shown.exact() || shown.span() != Span.ALL) {
            return false;
        }
        var whole = shown.today(engine.now(), first, engine.zone());
        boolean changed = !whole.equals(shown);
        shown = whole;
        return changed;
    }

    /** Midnight may have passed since: today is another day then. */
    void keepUp(Instant asked) {
        if (shown.current(asked, first, engine.zone())) {
            shown = shown.today(engine.now(), first, engine.zone());
        }
    }

    private void step(Shown next) {
        drifting = false;
        if (!next.window().equals(shown.window())) {
            trail.leave(shown);
        }
        shown = next;
        listener.stepped();
    }

    private void look(UnaryOperator<Look> change) {
        drifting = false;
        shown = shown.looking(change.apply(shown.look()));
        listener.stepped();
    }

    @Override
    public void navigate(ChartWindow window) {
        if (!drifting) {
            trail.leave(shown);
            drifting = true;
        }
        shown = shown.free(window, engine.now(), engine.zone());
        listener.drifted();
    }

    @Override
    public void widen() {
        step(shown.wider(engine.now(), first, engine.zone()));
    }

    @Override
    public void back() {
        trail.back()
                .ifPresent(
                        before -> {
                            drifting = false;
                            shown = before.looking(shown.look());
                            listener.stepped();
                        });
    }

    @Override
    public void span(Span span) {
        step(shown.with(span, engine.now(), first, engine.zone()));
    }

    @Override
    public void move(int direction) {
        step(shown.moved(direction, engine.zone()));
    }

    @Override
    public void today() {
        step(shown.today(engine.now(), first, engine.zone()));
    }

    @Override
    public void zoom(double factor) {
        var window = shown.window();
        navigate(window.zoomed(factor, window.from().plus(window.length().dividedBy(2))));
    }

    @Override
    public void lanes(boolean perBattery) {
        look(look -> look.inLanes(perBattery));
    }

    @Override
    public void compare(boolean before) {
        look(look -> look.comparing(before));
    }

    @Override
    public void battery(Mac battery, boolean in) {
        look(look -> look.with(battery, in));
    }

    @Override
    public void csv() {
        listener.csv();
    }

    @Override
    public void picture() {
        listener.picture();
    }

    @Override
    public void options(boolean visible) {
        listener.options(visible);
    }
}
