package pilotempo.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One horizontal part of a chart. Lanes share the time axis. */
public sealed interface Lane {
    /** What it is named by, in the user's language; empty when there is only one of its kind. */
    String name();

    /** Its share of the height, against the other lanes' shares. */
    double weight();

    /** Power in W: discharging above zero, charging below. */
    record Power(String name, double weight, Curve curve) implements Lane {}

    /**
     * Level, 0 to 100 %.
     *
     * @param reservePercent a dotted line; null = none
     */
    record Level(String name, double weight, Curve curve, @Nullable Double reservePercent)
            implements Lane {}

    /** Energy in Wh by Tempo day, week or month: delivered above zero, charged below. */
    record Energy(String name, double weight, List<EnergyBar> bars) implements Lane {
        /** Copies the list. */
        public Energy {
            bars = List.copyOf(bars);
        }
    }
}
