package pilotempo.ui.automation;

import java.time.Instant;

/**
 * Where the strip's rows and moments lie, px. Lanes shrink before they are shown some at a time.
 *
 * @param width of everything
 * @param height of everything
 * @param gutter for names, at the left
 * @param lanes number of batteries
 * @param kiosk the kiosk's sizes
 */
record StripGeometry(double width, double height, double gutter, int lanes, boolean kiosk) {
    private static final double GAP = 3;
    private static final double AFTER_TARIFF = 6;
    private static final double BEFORE_LEVELS = 8;

    double dayTop() {
        return 0;
    }

    double dayHeight() {
        return kiosk ? 25 : 26;
    }

    double tariffTop() {
        return dayHeight() + GAP;
    }

    double tariffHeight() {
        return 25;
    }

    double lanesTop() {
        return tariffTop() + tariffHeight() + AFTER_TARIFF;
    }

    /** Distance of two lanes. */
    double laneStep() {
        if (shown() == 0) {
            return 0;
        }
        double room = (bottom() - lanesTop() - BEFORE_LEVELS - leastLevels(kiosk)) / shown();
        return Math.clamp(Math.floor(room), leastLane(kiosk), mostLane(kiosk));
    }

    double laneHeight() {
        return laneStep() - GAP;
    }

    /** How many lanes there is room for at a time. */
    int shown() {
        double room = bottom() - lanesTop() - BEFORE_LEVELS - leastLevels(kiosk);
        int fitting = (int) Math.floor(room / leastLane(kiosk));
        return Math.clamp(fitting, Math.min(1, lanes), lanes);
    }

    /** Top of the so-maniest lane that is shown. */
    double laneTop(int place) {
        return lanesTop() + place * laneStep();
    }

    double levelsTop() {
        return lanesTop() + shown() * laneStep() + BEFORE_LEVELS;
    }

    /** Where 0 % lies, and the axis begins. */
    double bottom() {
        return height - axisHeight(kiosk);
    }

    double right() {
        return width - 1;
    }

    double x(Span span, Instant at) {
        return gutter + Math.clamp(span.share(at), 0, 1) * (right() - gutter);
    }

    Instant at(Span span, double x) {
        return span.at(Math.clamp((x - gutter) / (right() - gutter), 0, 1));
    }

    double y(double pct) {
        return bottom() - Math.clamp(pct, 0, 100) / 100 * (bottom() - levelsTop());
    }

    /** The place of the lane at a height; -1 above and below the lanes. */
    int laneAt(double y) {
        double from = (y - lanesTop()) / Math.max(1, laneStep());
        return from < 0 || from >= shown() ? -1 : (int) from;
    }

    /** Height at which every lane is comfortable. */
    static double comfortable(int lanes, boolean kiosk) {
        return lanes == 0
                ? withoutLanes(kiosk)
                : fixed(kiosk) + lanes * mostLane(kiosk) + (kiosk ? 60 : 82);
    }

    /** Height at which every lane is still to be seen. */
    static double least(int lanes, boolean kiosk) {
        return lanes == 0
                ? withoutLanes(kiosk)
                : fixed(kiosk) + lanes * leastLane(kiosk) + leastLevels(kiosk);
    }

    private static double withoutLanes(boolean kiosk) {
        return fixed(kiosk) - BEFORE_LEVELS;
    }

    private static double fixed(boolean kiosk) {
        return (kiosk ? 25 : 26) + GAP + 25 + AFTER_TARIFF + BEFORE_LEVELS + axisHeight(kiosk);
    }

    private static double axisHeight(boolean kiosk) {
        return kiosk ? 24 : 36;
    }

    private static double mostLane(boolean kiosk) {
        return kiosk ? 25 : 26;
    }

    private static double leastLane(boolean kiosk) {
        return kiosk ? 21 : 20;
    }

    private static double leastLevels(boolean kiosk) {
        return kiosk ? 32 : 64;
    }
}
