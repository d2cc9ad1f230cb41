package pilotempo.ui.component;

import java.util.function.Consumer;

/**
 * What stands before every command on the kiosk: its PIN, where one is set. On the desktop, and on
 * a kiosk without a PIN, everything passes. FX thread.
 */
public final class CommandGate {
    private CommandGate() {}

    /** Whether a PIN is asked. */
    public static boolean isShut(UiContext context) {
        return context.kiosk() && context.engine().settings().ui().kioskPin().isPresent();
    }

    /**
     * Does something at once, or once the right PIN was given; not at all when the user thinks
     * better of it.
     *
     * @param purpose what will be done, in words: "Salon: charge at 1,000 W"
     */
    public static void ask(UiContext context, String purpose, Runnable allowed) {
        var pin = context.engine().settings().ui().kioskPin();
        if (!context.kiosk() || pin.isEmpty()) {
            allowed.run();
            return;
        }
        var pad = new PinPad(context, purpose, pin.get(), allowed);
        context.dialogs().show(pad.node(), pad::stop);
        pad.begin();
    }

    /** Asks for a new PIN twice, with the same keys. */
    public static void choosePin(UiContext context, Consumer<String> chosen) {
        new NewPin(context, chosen).ask();
    }
}
