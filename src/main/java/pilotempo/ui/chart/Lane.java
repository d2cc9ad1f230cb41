package pilotempo.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One horizontal part of a chart. Lanes share the time axis. */
public sealed interface Lane {
    /** What it is named by, in the user's language; empty when there is only one of its kind. */
    String name();

    /** Its share of the height, against the other lanes' shares. */
    double weight();

    /**
     * Power in W: discharging above zero, charging below.
     *
     * @param before the earlier period's, moved to stand beside it; empty = none
     */
    record Power(String name, double weight, Curve curve, Curve before) implements Lane {
        /** Compared with nothing. */
        public Power(String name, double weight, Curve curve) {
            this(name, weight, curve, Curve.EMPTY);
        }
    }

    /**
     * Level, 0 to 100 %.
     *
     * @param reservePercent a dotted line; null = none
     * @param before the earlier period's, moved to stand beside it; empty = none
     */
    record Level(
            String name, double weight, Curve curve, @Nullable Double reservePercent, Curve before)
            implements Lane {
        /** Compared with nothing. */
        public Level(String name, double weight, Curve curve, @Nullable Double reservePercent) {
            this(name, weight, curve, reservePercent, Curve.EMPTY);
        }
    }

    /**
     * Energy in Wh by Tempo day, week or month: delivered above zero, charged below.
     *
     * @param before the earlier period's, by the dates that they stand beside; may be empty
     */
    record Energy(String name, double weight, List<EnergyBar> bars, List<EnergyBar> before)
            implements Lane {
        /** Copies the lists. */
        public Energy {
            bars = List.copyOf(bars);
            before = List.copyOf(before);
        }

        /** Compared with nothing. */
        public Energy(String name, double weight, List<EnergyBar> bars) {
            this(name, weight, bars, List.of());
        }
    }
}
