package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.history.BatterySeries;
import pilotempo.history.Facts;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.RangeQuery;
import pilotempo.tempo.TempoColour;

/**
 * What a night before a dear day came to, by the readings around its begin. Kept as facts, so that
 * a restart tells the same.
 */
final class NightReview {
    private static final Logger LOG = LoggerFactory.getLogger(NightReview.class);
    private static final String NIGHT = "night";
    private static final String LEVEL = "night.";
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofMinutes(10);
    private static final int MOST_POINTS = 3000;

    private final Facts facts;
    private final History history;

    NightReview(Facts facts, History history) {
        this.facts = facts;
        this.history = history;
    }

    /** The day that the last review is about. */
    Optional<LocalDate> lastDay() {
        return header().map(Header::day);
    }

    /** What the last charged night came to. */
    Optional<NightResult> last(Map<Mac, String> ids) {
        return header().map(head -> result(head, ids));
    }

    private NightResult result(Header head, Map<Mac, String> ids) {
        var levels = new HashMap<String, Integer>();
        var below = new HashSet<String>();
        ids.forEach(
                (mac, id) -> {
                    var words = facts.get(LEVEL + mac.hex()).orElse("").split(" ", 3);
                    if (words.length == 3 && words[0].equals(head.day().toString())) {
                        levels.put(id, Integer.parseInt(words[1]));
                        if (words[2].equals("below")) {
                            below.add(id);
                        }
                    }
                });
        return new NightResult(head.day(), head.colour(), head.target(), levels, below);
    }

    /**
     * Reads the levels at the begin of a day and keeps them. Waits for the disk.
     *
     * @param full batteries that took no more, whatever their level
     */
    void review(
            LocalDate day,
            TempoColour colour,
            Instant begin,
            int target,
            List<Mac> batteries,
            Set<Mac> full)
            throws InterruptedException {
        try {
            var range =
                    history.range(
                            new RangeQuery(
                                    batteries,
                                    begin.minus(BEFORE),
                                    begin.plus(AFTER),
                                    Set.of(Quantity.SOC_PCT),
                                    MOST_POINTS));
            for (var series : range.series()) {
                var level = levelAt(series, begin.toEpochMilli());
                if (level != null) {
                    boolean met = level >= target || full.contains(series.battery());
                    facts.keep(
                            LEVEL + series.battery().hex(),
                            day + " " + Math.round(level) + (met ? " met" : " below"));
                }
            }
            facts.keep(NIGHT, day + " " + colour + " " + target);
        } catch (HistoryUnavailable unread) {
            LOG.warn("What the night came to can't be read: {}", unread.getMessage());
        }
    }

    /** The newest level until the moment, else the first after it. */
    private static @Nullable Double levelAt(BatterySeries series, long moment) {
        var band = series.bands().get(Quantity.SOC_PCT);
        if (band == null) {
            return null;
        }
        Double found = null;
        for (int i = 0; i < series.times().length; i++) {
            double level = band.mean()[i];
            if (!Double.isNaN(level) && (series.times()[i] <= moment || found == null)) {
                found = level;
            }
        }
        return found;
    }

    private record Header(LocalDate day, TempoColour colour, int target) {}

    private Optional<Header> header() {
        return facts.get(NIGHT)
                .map(text -> text.split(" ", 3))
                .filter(words -> words.length == 3)
                .map(
                        words ->
                                new Header(
                                        LocalDate.parse(words[0]),
                                        TempoColour.valueOf(words[1]),
                                        Integer.parseInt(words[2])));
    }
}
