package pilotempo.ui.automation;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.automation.StripState.Block;
import pilotempo.ui.component.Palette;

/**
 * The next 36 hours on one canvas. A tap or the arrow keys choose an action, which is told to the
 * listener; screen readers hear it. Lanes that have no room are shown some at a time.
 */
final class PlanStrip extends Region {
    /** More batteries have no room in a legend. */
    static final int MOST_IN_LEGEND = 3;

    /** On the desktop so many lanes never shrink: the page is scrolled instead. */
    private static final int MOST_COMFORTABLE = 4;

    private final Canvas canvas = new Canvas();
    private final StripPainter painter;
    private final boolean kiosk;
    private final Consumer<Optional<Choice>> chosen;
    private @Nullable StripState state;
    private @Nullable Choice choice;
    private int first;
    private boolean samples;
    private Runnable pagesChanged = () -> {};

    /** An action of a battery. */
    record Choice(StripState.Lane lane, Block block) {}

    PlanStrip(
            Palette palette, ActionWords words, boolean kiosk, Consumer<Optional<Choice>> chosen) {
        this.painter = new StripPainter(canvas, palette, words, kiosk);
        this.kiosk = kiosk;
        this.chosen = chosen;
        setId("plan-strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(300);
        getStyleClass().add("plan-strip");
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        focusedProperty().addListener(_ -> draw());
    }

    void show(StripState next) {
        if (next.equals(state)) {
            return;
        }
        boolean sameLanes = state != null && state.lanes().size() == next.lanes().size();
        state = next;
        if (choice != null) {
            choose(find(choice).orElse(null));
        }
        if (!sameLanes) {
            first = 0;
            requestLayout();
        }
        draw();
        pagesChanged.run();
    }

    /** The same action in the newest plan: plans are made anew while one is being read. */
    private Optional<Choice> find(Choice old) {
        if (state == null) {
            return Optional.empty();
        }
        for (int lane = 0; lane < state.lanes().size(); lane++) {
            var here = state.lanes().get(lane);
            if (here.battery().equals(old.lane().battery())) {
                var at = old.block().from();
                return state.block(lane, at.isBefore(state.now()) ? state.now() : at)
                        .filter(block -> block.kind() == old.block().kind())
                        .map(block -> new Choice(here, block));
            }
        }
        return Optional.empty();
    }

    /** What a screen reader hears while nothing is chosen. */
    void setSummary(String words) {
        if (choice == null) {
            setAccessibleText(words);
        }
    }

    /** Called when there are more or fewer lanes than fit. */
    void onPages(Runnable changed) {
        pagesChanged = changed;
    }

    /** Number of pages of lanes, at least 1. */
    int pages() {
        int shown = Math.max(1, grid().shown());
        return Math.max(1, (lanes() + shown - 1) / shown);
    }

    /** Which lanes are shown: "1–3 / 8". */
    String page() {
        int shown = grid().shown();
        return (first + 1) + "–" + (first + shown) + " / " + lanes();
    }

    /** Shows the next lanes, after the last the first. */
    void turn() {
        int shown = Math.max(1, grid().shown());
        first = first + shown >= lanes() ? 0 : Math.min(first + shown, lanes() - shown);
        draw();
        pagesChanged.run();
    }

    private int lanes() {
        return state == null ? 0 : state.lanes().size();
    }

    private void press(MouseEvent press) {
        requestFocus();
        if (state == null) {
            return;
        }
        int place = grid().laneAt(press.getY());
        var at = grid().at(state.span(), press.getX());
        choose(place < 0 || press.getX() < grid().gutter() ? null : at(first + place, at));
    }

    private @Nullable Choice at(int lane, java.time.Instant at) {
        if (state == null) {
            return null;
        }
        var here = state;
        return here.block(lane, at)
                .map(block -> new Choice(here.lanes().get(lane), block))
                .orElse(null);
    }

    private void move(KeyEvent key) {
        var next =
                switch (key.getCode()) {
                    case LEFT -> beside(-1);
                    case RIGHT -> beside(1);
                    case UP -> above(-1);
                    case DOWN -> above(1);
                    default -> null;
                };
        boolean arrow = key.getCode().isArrowKey();
        if (next != null) {
            choose(next);
            reveal(next);
        }
        if (arrow) {
            key.consume();
        }
    }

    private @Nullable Choice beside(int step) {
        if (choice == null) {
            return firstChoice();
        }
        var blocks = choice.lane().blocks();
        int index = blocks.indexOf(choice.block()) + step;
        return index < 0 || index >= blocks.size()
                ? null
                : new Choice(choice.lane(), blocks.get(index));
    }

    private @Nullable Choice above(int step) {
        if (choice == null || state == null) {
            return firstChoice();
        }
        var middle =
                choice.block()
                        .from()
                        .plus(
                                java.time.Duration.between(
                                                choice.block().from(), choice.block().until())
                                        .dividedBy(2));
        for (int lane = state.lanes().indexOf(choice.lane()) + step;
                lane >= 0 && lane < lanes();
                lane += step) {
            var found = at(lane, middle);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Choice firstChoice() {
        if (state == null) {
            return null;
        }
        return state.lanes().stream()
                .filter(lane -> !lane.blocks().isEmpty())
                .findFirst()
                .map(lane -> new Choice(lane, lane.blocks().getFirst()))
                .orElse(null);
    }

    private void reveal(Choice what) {
        if (state != null) {
            int lane = state.lanes().indexOf(what.lane());
            int shown = grid().shown();
            first = lane < first ? lane : lane >= first + shown ? lane - shown + 1 : first;
            draw();
        }
    }

    private void choose(@Nullable Choice next) {
        choice = next;
        chosen.accept(Optional.ofNullable(next));
        draw();
    }

    /** Whether a sample of its line stands at each name: there is no legend. */
    void setSamples(boolean next) {
        if (next != samples) {
            samples = next;
            draw();
        }
    }

    private StripGeometry grid() {
        double gutter = state == null ? 0 : painter.gutter(state, samples);
        return new StripGeometry(canvas.getWidth(), canvas.getHeight(), gutter, lanes(), kiosk);
    }

    private void draw() {
        if (state == null || canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        var grid = grid();
        first = Math.clamp(first, 0, Math.max(0, lanes() - grid.shown()));
        painter.paint(state, grid, first, samples, choice == null ? null : choice.block());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(StripGeometry.comfortable(lanes(), kiosk));
    }

    @Override
    protected double computeMinHeight(double width) {
        if (kiosk) {
            return 120;
        }
        return lanes() <= MOST_COMFORTABLE
                ? computePrefHeight(width)
                : Math.ceil(StripGeometry.least(lanes(), false));
    }

    @Override
    protected double computePrefWidth(double height) {
        return kiosk ? 750 : 1090;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            draw();
            pagesChanged.run();
        }
    }
}
