package pilotempo.automation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.HouseQuarter;
import pilotempo.planning.HouseDays;

/** What the last days were like: the house by its ledger, the sun by the batteries' levels. */
final class LastDays {
    private static final Logger LOG = LoggerFactory.getLogger(LastDays.class);
    private static final int QUARTER_MILLIS = 15 * 60_000;

    /** Of a quarter that the meter saw less of nobody knows the rest. */
    private static final int LEAST_MILLIS = QUARTER_MILLIS / 2;

    private final History history;
    private final Surroundings surroundings;
    private final SunCheck sunCheck;

    LastDays(History history, Surroundings surroundings) {
        this.history = history;
        this.surroundings = surroundings;
        sunCheck = new SunCheck(history, surroundings.tariff(), surroundings.clock());
    }

    /**
     * What they tell.
     *
     * @param sunFilled whether the sun filled the batteries on any of three; null = not known
     * @param house what the house drew
     */
    record Told(@Nullable Boolean sunFilled, HouseDays house) {
        /** Nothing. */
        static final Told NOTHING = new Told(null, HouseDays.UNKNOWN);
    }

    /** Waits for the disk. */
    Told before(Instant at, List<Mac> batteries) throws InterruptedException {
        return new Told(sunCheck.filled(at, batteries), house(at));
    }

    private HouseDays house(Instant at) throws InterruptedException {
        var clock = surroundings.clock();
        var netWh = new HashMap<Instant, Double>();
        try {
            for (var quarter : history.houseLedger(HouseDays.begin(clock, at), at)) {
                if (quarter.meteredMillis() >= LEAST_MILLIS) {
                    netWh.put(quarter.begin(), netWh(quarter));
                }
            }
        } catch (HistoryUnavailable unread) {
            LOG.warn("What the house drew can't be read: {}", unread.getMessage());
        }
        return HouseDays.of(clock, at, netWh);
    }

    private static double netWh(HouseQuarter quarter) {
        double seen = (double) quarter.meteredMillis() / QUARTER_MILLIS;
        return (quarter.importWithoutWh() - quarter.exportWithoutWh()) / seen;
    }
}
