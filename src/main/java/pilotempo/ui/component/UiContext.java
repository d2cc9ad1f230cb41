package pilotempo.ui.component;

import java.util.Locale;
import java.util.concurrent.Executor;
import pilotempo.engine.Engine;

/**
 * What every view is given.
 *
 * @param engine the one face
 * @param formats numbers and dates in the user's language
 * @param kiosk whether this is the 800×480 variant: bigger targets, fewer words, no hover
 * @param dark whether the dark theme is on; Canvas code takes its colours from {@link Palette#of}
 * @param navigator goes elsewhere
 * @param work off the FX thread
 * @param fx the FX thread
 * @param clockTick a signal a second while the window shows, on the FX thread, for ages
 * @param dialogs questions over the page
 * @param pinGuard counts wrong PINs, of all pages together
 */
public record UiContext(
        Engine engine,
        Formats formats,
        boolean kiosk,
        boolean dark,
        Navigator navigator,
        BackgroundWork work,
        Executor fx,
        pilotempo.lifecycle.Signal clockTick,
        Dialogs dialogs,
        PinGuard pinGuard) {
    /** Of a page that stands alone, with dialogs of its own. */
    public UiContext(
            Engine engine,
            Formats formats,
            boolean kiosk,
            boolean dark,
            Navigator navigator,
            BackgroundWork work,
            Executor fx,
            pilotempo.lifecycle.Signal clockTick) {
        this(
                engine,
                formats,
                kiosk,
                dark,
                navigator,
                work,
                fx,
                clockTick,
                new Dialogs(),
                new PinGuard(engine));
    }

    /** The user's language. */
    public Locale locale() {
        return formats.locale();
    }

    /** The words of a view. */
    public Texts texts(String baseName) {
        return Texts.of(baseName, locale());
    }

    /** The colours of the theme, for Canvas code. */
    public Palette palette() {
        return Palette.of(dark);
    }
}
