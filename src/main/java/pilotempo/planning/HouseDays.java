package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import pilotempo.tempo.TempoClock;

/**
 * What the house drew and gave on its last days without its batteries. A day here ends at 22:00
 * local, when a night is decided on, so that what is decided stays so all night.
 *
 * @param days of each 24 means by the local hour that they begin at, W; negative = the sun left
 *     something over; the newest first; days of which much is not known are left out
 */
public record HouseDays(List<List<Double>> days) {
    /** Nothing known: no meter, or a new one. */
    public static final HouseDays UNKNOWN = new HouseDays(List.of());

    /** So many days are looked at. */
    public static final int DAYS = 14;

    private static final LocalTime END = LocalTime.of(22, 0);
    private static final int HOURS = 24;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Fewer tell nothing of the next one. */
    private static final int LEAST_DAYS = 5;

    /** What a house draws follows the season: of so many days the most is expected again. */
    private static final int NEWEST = 5;

    private static final double LEAST_KNOWN = 0.9;

    /** Copies the lists. */
    public HouseDays {
        days = days.stream().map(List::copyOf).toList();
    }

    /** From when on the house must be known for a look at an instant. */
    public static Instant begin(TempoClock clock, Instant at) {
        return clock.at(lastEnd(clock, at).minusDays(DAYS), END);
    }

    /**
     * The last days before an instant.
     *
     * @param netWh import less export without batteries by the begin of its quarter of an hour, Wh
     */
    public static HouseDays of(TempoClock clock, Instant at, Map<Instant, Double> netWh) {
        var last = lastEnd(clock, at);
        var days = new ArrayList<List<Double>>();
        for (int back = 0; back < DAYS; back++) {
            day(clock, last.minusDays(back), netWh).ifPresent(days::add);
        }
        return new HouseDays(days);
    }

    private static LocalDate lastEnd(TempoClock clock, Instant at) {
        var local = clock.local(at);
        return local.toLocalTime().isBefore(END)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    /** An hour of which nothing is known, as the one skipped in spring, is as the one before. */
    private static Optional<List<Double>> day(
            TempoClock clock, LocalDate date, Map<Instant, Double> netWh) {
        var sums = new double[HOURS];
        var counts = new int[HOURS];
        var until = clock.at(date, END);
        for (var at = clock.at(date.minusDays(1), END); at.isBefore(until); at = at.plus(QUARTER)) {
            var wh = netWh.get(at);
            if (wh != null) {
                int hour = clock.local(at).getHour();
                sums[hour] += wh * 4;
                counts[hour]++;
            }
        }
        int known = Arrays.stream(counts).sum();
        if (known < HOURS * 4 * LEAST_KNOWN) {
            return Optional.empty();
        }
        var hours = new ArrayList<Double>();
        double before = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            before = counts[hour] == 0 ? before : sums[hour] / counts[hour];
            hours.add(before);
        }
        return Optional.of(hours);
    }

    /** Whether enough days are known to tell what the next one may be like. */
    public boolean tell() {
        return days.size() >= LEAST_DAYS;
    }

    /** The most of the newest days at a local hour, W; empty where none is known. */
    OptionalDouble mostW(int hour) {
        return days.stream().limit(NEWEST).mapToDouble(day -> day.get(hour)).max();
    }
}
