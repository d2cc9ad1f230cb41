package pilotempo.ui.chart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What gestures and keys act on. */
interface ChartSurface {
    /** A wheel's notch and a key's press show so much of the window. */
    double ZOOM_STEP = 0.8;

    /** Null before anything is drawn. */
    @Nullable ChartLayout layout();

    /** Null before anything is shown. */
    @Nullable ChartWindow window();

    ChartNavigation navigation();

    /** The instant under the cross-hair; null = none. */
    @Nullable Instant pointed();

    /** Moves the cross-hair to a pixel; outside the plot it goes. */
    void pointAt(double x);

    /** Takes the cross-hair away. */
    void letGo();

    /** Marks a stretch between two pixels. */
    void mark(double one, double other);

    /** Takes the mark away. */
    void unmark();
}
