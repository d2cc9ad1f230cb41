package pilotempo.ui.chart;

import java.util.Arrays;

/** Curves for tests. */
final class Curves {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;

    private Curves() {}

    /** Readings at these minutes with these values; a gap after five minutes. */
    static Curve readings(long[] minutes, double... values) {
        var times = Arrays.stream(minutes).map(minute -> minute * MINUTE).toArray();
        var known = new int[times.length];
        Arrays.fill(known, 1);
        return new Curve(times, times, values, values, values, known, 1, 5 * MINUTE);
    }

    /** Quarters of an hour from these minutes on; a gap after 23 minutes. */
    static Curve quarters(long[] minutes, double... values) {
        var times = Arrays.stream(minutes).map(minute -> minute * MINUTE).toArray();
        var ends = Arrays.stream(times).map(time -> time + 15 * MINUTE).toArray();
        var low = Arrays.stream(values).map(value -> value - 10).toArray();
        var high = Arrays.stream(values).map(value -> value + 10).toArray();
        var known = new int[times.length];
        Arrays.fill(known, 1);
        return new Curve(times, ends, values, low, high, known, 1, 23 * MINUTE);
    }

    static long[] at(long... minutes) {
        return minutes;
    }
}
