package pilotempo.ui.component;

/** Goes to another place. FX thread. */
@FunctionalInterface
public interface Navigator {
    /** Shows the place. */
    void go(Place place);
}
