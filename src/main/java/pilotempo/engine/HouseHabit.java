package pilotempo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pilotempo.history.History;
import pilotempo.history.HouseQuarter;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoPeriod;

/**
 * What the house usually draws at peak hours, from the last week of the ledger, looked up once an
 * hour. Thread-safe.
 */
final class HouseHabit {
    private static final Duration LOOKED_AT = Duration.ofDays(7);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final double MILLIS_AN_HOUR = 3_600_000;

    /** Less than this is no habit. */
    private static final double LEAST_HOURS = 12;

    private final History history;
    private final Tariff tariff;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private record Known(Instant at, OptionalDouble watts) {}

    HouseHabit(History history, Tariff tariff) {
        this.history = history;
        this.tariff = tariff;
    }

    /**
     * Mean draw without batteries at peak hours, W; empty without a meter. May wait for the disk.
     */
    OptionalDouble peakWatts(Instant now) throws InterruptedException {
        var last = known.get();
        if (last != null && Duration.between(last.at(), now).abs().compareTo(GOOD_FOR) < 0) {
            return last.watts();
        }
        var watts = look(now);
        known.set(new Known(now, watts));
        return watts;
    }

    private OptionalDouble look(Instant now) throws InterruptedException {
        double wh = 0;
        double metered = 0;
        for (var quarter : history.houseLedger(now.minus(LOOKED_AT), now)) {
            if (tariff.periodAt(quarter.begin()) == TempoPeriod.HP) {
                wh += net(quarter);
                metered += quarter.meteredMillis() / MILLIS_AN_HOUR;
            }
        }
        return metered < LEAST_HOURS ? OptionalDouble.empty() : OptionalDouble.of(wh / metered);
    }

    private static double net(HouseQuarter quarter) {
        return quarter.importWithoutWh() - quarter.exportWithoutWh();
    }
}
