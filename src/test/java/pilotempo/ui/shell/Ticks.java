package pilotempo.ui.shell;

/** Lets a second pass for a window that a test has not shown by itself. FX thread. */
public final class Ticks {
    private Ticks() {}

    /** One second. */
    public static void tick(MainWindow window) {
        window.tick();
    }
}
