package pilotempo.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a time's bucket begins and ends, in epoch milliseconds. */
interface Grid {
    /** Begin of the bucket that holds the time. */
    long begin(long time);

    /** End of the bucket that begins there. */
    long end(long begin);

    /** Buckets of equal length, counted from the epoch. */
    static Grid every(long millis) {
        return new Grid() {
            @Override
            public long begin(long time) {
                return Math.floorDiv(time, millis) * millis;
            }

            @Override
            public long end(long begin) {
                return begin + millis;
            }
        };
    }

    /** So many local calendar days each; 23, 24 or 25 hours a day. */
    static Grid days(ZoneId zone, int days) {
        return new Grid() {
            @Override
            public long begin(long time) {
                long day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate().toEpochDay();
                return start(Math.floorDiv(day, days) * days);
            }

            @Override
            public long end(long begin) {
                long day = Instant.ofEpochMilli(begin).atZone(zone).toLocalDate().toEpochDay();
                return start(day + days);
            }

            private long start(long day) {
                return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
            }
        };
    }
}
