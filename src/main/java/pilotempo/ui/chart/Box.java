package pilotempo.ui.chart;

/** A rectangle in pixels. */
record Box(double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean holds(double x) {
        return x >= left && x <= right();
    }
}
