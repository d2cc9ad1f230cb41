package pilotempo.marstek;

import org.jspecify.annotations.Nullable;

/** How a family and firmware writes the temperature of its cells. */
enum Temperature {
    /** In °C. */
    DEGREES(1, false, 80),
    /** In tenths of °C. */
    TENTHS(0.1, false, 80),
    /** In °C, or in tens of °C with a newer BMS of which the API says nothing. */
    DEGREES_OR_TENS(1, true, 80),
    /** Not known: what is too hot for cells that work must be tenths. */
    UNSURE(1, false, 60),
    /** Not known, in a family where tens of °C were seen too. */
    UNSURE_OR_TENS(1, true, 60);

    private static final double COLDEST = -30;
    private static final double HOTTEST = 80;
    private static final double TENS_BELOW = 6;

    private final double factor;
    private final boolean tens;
    private final double tenthsAbove;

    Temperature(double factor, boolean tens, double tenthsAbove) {
        this.factor = factor;
        this.tens = tens;
        this.tenthsAbove = tenthsAbove;
    }

    /** The raw value in °C; null when it makes no sense. */
    @Nullable Double celsius(double raw) {
        double celsius = factor == 1 ? raw : raw / 10;
        if (tens && celsius > 0 && celsius < TENS_BELOW) {
            celsius *= 10;
        }
        if (celsius > tenthsAbove) {
            celsius /= 10;
        }
        return celsius >= COLDEST && celsius <= HOTTEST ? celsius : null;
    }
}
