package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.history.BatterySeries;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.RangeQuery;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoPeriod;

/**
 * Whether the sun filled the batteries on any of the last three days: in the peak hours of that day
 * every battery that was recorded took energy in and came up to (nearly) full.
 */
final class SunCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SunCheck.class);
    private static final int DAYS = 3;
    private static final double FULL_PCT = 97;

    /** What a battery takes in while it only tops up after a night does not come from the sun. */
    private static final double LEAST_WH = 200;

    private static final long LONGEST_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final int MOST_POINTS = 100;

    private final History history;
    private final Tariff tariff;
    private final TempoClock clock;

    SunCheck(History history, Tariff tariff, TempoClock clock) {
        this.history = history;
        this.tariff = tariff;
        this.clock = clock;
    }

    /** Waits for the disk; null = not known. */
    @Nullable Boolean filled(Instant now, List<Mac> batteries) throws InterruptedException {
        if (batteries.isEmpty()) {
            return null;
        }
        var last = clock.dayOf(now);
        var peak = peak(last);
        if (peak == null || now.isBefore(peak.until())) {
            last = last.minusDays(1);
        }
        boolean filled = false;
        for (int back = 0; back < DAYS; back++) {
            var day = filledOn(last.minusDays(back), batteries);
            if (day == null) {
                return null;
            }
            filled |= day;
        }
        return filled;
    }

    private @Nullable Boolean filledOn(LocalDate day, List<Mac> batteries)
            throws InterruptedException {
        var hours = peak(day);
        if (hours == null) {
            return null;
        }
        try {
            var range =
                    history.range(
                            new RangeQuery(
                                    batteries,
                                    hours.from(),
                                    hours.until(),
                                    Set.of(Quantity.SOC_PCT, Quantity.ONGRID_POWER_W),
                                    MOST_POINTS));
            Boolean all = null;
            for (var series : range.series()) {
                if (series.times().length > 0) {
                    all = (all == null || all) && filled(series);
                }
            }
            return all;
        } catch (HistoryUnavailable unread) {
            LOG.warn("The last days can't be read: {}", unread.getMessage());
            return null;
        }
    }

    private static boolean filled(BatterySeries series) {
        var band = series.bands().get(Quantity.SOC_PCT);
        if (band == null) {
            return false;
        }
        double most = 0;
        for (double level : band.greatest()) {
            most = Double.isNaN(level) ? most : Math.max(most, level);
        }
        return most >= FULL_PCT && takenWh(series) >= LEAST_WH;
    }

    /** Few readings are told one by one, without an energy: then their powers have to do. */
    private static double takenWh(BatterySeries series) {
        var power = series.bands().get(Quantity.ONGRID_POWER_W);
        double in = 0;
        for (int i = 0; i < series.times().length; i++) {
            double energy = series.energyInWh()[i];
            if (!Double.isNaN(energy)) {
                in += energy;
            } else if (power != null && i + 1 < series.times().length && power.mean()[i] < 0) {
                long millis = Math.min(series.times()[i + 1] - series.times()[i], LONGEST_MILLIS);
                in += -power.mean()[i] * millis / 3_600_000.0;
            }
        }
        return in;
    }

    private record Hours(Instant from, Instant until) {}

    private @Nullable Hours peak(LocalDate day) {
        return tariff.stretches(clock.startOf(day), clock.endOf(day)).stream()
                .filter(stretch -> stretch.day().date().equals(day))
                .filter(stretch -> stretch.period() == TempoPeriod.HP)
                .map(stretch -> new Hours(stretch.from(), stretch.until()))
                .reduce((first, more) -> new Hours(first.from(), more.until()))
                .orElse(null);
    }
}
