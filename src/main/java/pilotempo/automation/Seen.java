package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.Timed;

/**
 * What a battery was last seen to do; only what is fresh, each with its own time.
 *
 * @param mode its mode; null when not known now
 * @param power its AC power, W; null when not known now
 * @param socPct its level; null when not known lately
 */
record Seen(
        @Nullable Timed<OperatingMode> mode,
        @Nullable Timed<Double> power,
        @Nullable Double socPct) {
    /** A level changes slowly, so it is good for longer. */
    private static final Duration LEVEL_GOOD_FOR = Duration.ofMinutes(30);

    static final Seen NOTHING = new Seen(null, null, null);

    static Seen of(BatteryState state, Instant now) {
        var level = state.latest(Quantity.SOC_PCT);
        boolean lately =
                level != null
                        && Duration.between(level.at(), now).abs().compareTo(LEVEL_GOOD_FOR) <= 0;
        return new Seen(
                fresh(state.mode(), now),
                fresh(state.latest(Quantity.ONGRID_POWER_W), now),
                level != null && lately ? level.value() : null);
    }

    /** The same, however old it is. */
    static Seen stored(BatteryState state) {
        var level = state.latest(Quantity.SOC_PCT);
        return new Seen(
                state.mode(),
                state.latest(Quantity.ONGRID_POWER_W),
                level == null ? null : level.value());
    }

    private static <T> @Nullable Timed<T> fresh(@Nullable Timed<T> timed, Instant now) {
        return timed == null || timed.staleAt(now) ? null : timed;
    }

    /** The mode, if it was told after the moment. */
    @Nullable OperatingMode modeAfter(Instant moment) {
        return mode != null && mode.at().isAfter(moment) ? mode.value() : null;
    }

    /** The power, if it was told after the moment. */
    @Nullable Double powerAfter(Instant moment) {
        return power != null && power.at().isAfter(moment) ? power.value() : null;
    }
}
