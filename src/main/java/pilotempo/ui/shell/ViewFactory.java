package pilotempo.ui.shell;

import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** Makes the view of a place. */
@FunctionalInterface
public interface ViewFactory {
    /** A new view for one language and theme; called on the FX thread. */
    View create(Place place, UiContext context);
}
