package pilotempo.ui.component;

import java.time.Duration;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Subscription;
import pilotempo.settings.PinHash;
import pilotempo.settings.Secret;

/** Asks for the PIN until it is right. Left alone for a minute it goes by itself. FX thread. */
final class PinPad {
    private static final int PATIENCE_S = 60;

    private final UiContext context;
    private final Texts texts;
    private final @Nullable PinHash right;
    private final Runnable allowed;
    private final PinFrame frame;
    private @Nullable Subscription ticks;
    private BackgroundWork.@Nullable Job checking;
    private int idle;
    private boolean pausing;

    PinPad(UiContext context, String purpose, Secret kept, Runnable allowed) {
        this.context = context;
        this.texts = Texts.of("pilotempo.ui.component.Component", context.locale());
        this.right = PinHash.read(kept).orElse(null);
        this.allowed = allowed;
        frame = new PinFrame(texts, this::check, () -> idle = 0, context.dialogs()::dismiss);
        frame.ask(texts.get("pin.title"), purpose);
        if (right == null) {
            frame.tell(texts.get("pin.unreadable"));
        }
        refresh();
    }

    Region node() {
        return frame;
    }

    void begin() {
        ticks = context.clockTick().subscribe(this::tick);
    }

    /** Lets go of everything; it has left the screen. */
    void stop() {
        if (ticks != null) {
            ticks.close();
        }
        if (checking != null) {
            checking.cancel();
        }
    }

    private void check(String pin) {
        var hash = right;
        if (hash == null || checking != null) {
            return;
        }
        checking =
                context.work()
                        .start(
                                () -> hash.matches(pin),
                                this::answered,
                                bug -> {
                                    throw new IllegalStateException("PIN not checked", bug);
                                });
        refresh();
    }

    private void answered(boolean matches) {
        checking = null;
        frame.clear();
        if (matches) {
            context.pinGuard().right();
            stop();
            context.dialogs().close();
            allowed.run();
            return;
        }
        context.pinGuard().wrong(context.engine().now());
        frame.tell(texts.get("pin.wrong", context.pinGuard().triesLeft()));
        refresh();
    }

    private void tick() {
        idle++;
        if (idle > PATIENCE_S && checking == null) {
            context.dialogs().dismiss();
        } else {
            refresh();
        }
    }

    private void refresh() {
        var pause = context.pinGuard().pauseLeft(context.engine().now());
        frame.setResting(right == null || pause.isPositive() || checking != null);
        if (pause.isPositive() && right != null) {
            frame.tell(texts.get("pin.pause", context.formats().duration(seconds(pause))));
        } else if (pausing) {
            frame.tell("");
        }
        pausing = pause.isPositive();
    }

    private static Duration seconds(Duration pause) {
        return pause.toSeconds() == 0 ? Duration.ofSeconds(1) : pause;
    }
}
