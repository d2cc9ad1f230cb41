package pilotempo.ui.chart;

/** What the user wants of a chart's window. FX thread. */
public interface ChartNavigation {
    /** Nobody navigates. */
    ChartNavigation NONE = window -> {};

    /** Another window: zoomed, panned, a stretch of the present one. */
    void navigate(ChartWindow window);

    /** Back to the whole range, or from there to a wider one. */
    default void widen() {}

    /** Back to the window before. */
    default void back() {}
}
