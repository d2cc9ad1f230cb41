package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoClock;

/**
 * Levels to be expected. In the day mode the batteries share what an average house draws without
 * the sun, down to their reserve; where the sun filled them on the last days it fills them again
 * until the late afternoon. Nothing is known of what AI or a user's program will do: they are taken
 * for Auto.
 *
 * @param batteries that share the house
 * @param sunny whether the sun fills them
 */
record Projection(TempoClock clock, int batteries, boolean sunny) {
    private static final LocalTime SUN_FROM = LocalTime.of(10, 0);
    private static final LocalTime SUN_UNTIL = LocalTime.of(17, 0);

    /** After a stretch at a Passive charging power, up to a target. */
    static @Nullable Double charged(Pack pack, int powerW, int target, Duration time) {
        var soc = pack.socPct();
        var capacity = pack.battery().capacityWh();
        if (soc == null || capacity == null) {
            return null;
        }
        double gained = powerW * Losses.IN * hours(time) / capacity * 100;
        return Math.max(soc, Math.min(target, soc + gained));
    }

    /** After a stretch in the day mode. */
    @Nullable Double free(Pack pack, Instant from, Instant until) {
        var capacity = pack.battery().capacityWh();
        var soc = pack.socPct();
        if (soc == null || capacity == null) {
            return null;
        }
        double level = soc;
        for (var at = from; at.isBefore(until); ) {
            var hour = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            var end = hour.isBefore(until) ? hour : until;
            level = free(level, capacity, at, Duration.between(at, end));
            at = end;
        }
        return level;
    }

    private double free(double soc, double capacity, Instant at, Duration time) {
        var local = clock.local(at).toLocalTime();
        if (sunny && !local.isBefore(SUN_FROM) && local.isBefore(SUN_UNTIL)) {
            double part = hours(time) / hours(Duration.between(local, SUN_UNTIL));
            return soc + (100 - soc) * Math.min(1, part);
        }
        double drained = houseW(local.getHour()) / batteries * hours(time) / Losses.OUT;
        return Math.max(Math.min(soc, Losses.RESERVE_PCT), soc - drained / capacity * 100);
    }

    /** An average house, 8.4 kWh a day. */
    private static double houseW(int hour) {
        if (hour < 6) {
            return 200;
        }
        if (hour < 9) {
            return 400;
        }
        if (hour < 17) {
            return 300;
        }
        if (hour < 18) {
            return 450;
        }
        return hour < 22 ? 700 : 350;
    }

    private static double hours(Duration time) {
        return time.toMillis() / 3_600_000.0;
    }
}
