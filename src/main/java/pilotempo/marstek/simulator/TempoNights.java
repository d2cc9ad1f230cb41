package pilotempo.marstek.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ModeCommand;

/**
 * The nights of a household on Tempo: before a red day it charges from the beginning of the
 * off-peak hours to 95 %, on other nights later and less; then it holds until the morning. A large
 * fleet shares what the house's subscription bears.
 */
record TempoNights(long seed, ZoneId zone, int batteries, Predicate<LocalDate> red) {
    private static final LocalTime EVENING = LocalTime.of(22, 5);
    private static final LocalTime LATE = LocalTime.of(0, 30);
    private static final LocalTime MORNING = LocalTime.of(5, 50);
    private static final int RED_W = 1000;
    private static final int RED_FLEET_W = 4500;
    private static final int USUAL_W = 600;
    private static final int USUAL_FLEET_W = 2700;
    private static final double SAG_PCT = 3;
    private static final int APPETITE = 41;

    /** What a battery is told in a part of the night. */
    record Order(int powerW, Instant until) {
        /** The command that says so now, or null when it is over within a second. */
        @Nullable ModeCommand at(Instant now) {
            var left = Duration.between(now, until);
            return left.toSeconds() < 1 ? null : new ModeCommand.Passive(powerW, left);
        }
    }

    /**
     * The order for a battery at this level, or null by day.
     *
     * @param before the order that it follows already
     */
    @Nullable Order order(Instant now, double socPct, @Nullable Order before) {
        var local = now.atZone(zone);
        var clock = local.toLocalTime();
        boolean evening = !clock.isBefore(EVENING);
        if (!evening && !clock.isBefore(MORNING)) {
            return null;
        }
        var day = evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        var until = ZonedDateTime.of(day, MORNING, zone).toInstant();
        boolean early = evening || clock.isBefore(LATE);
        boolean filled = before != null && before.powerW() == 0;
        return new Order(powerW(day, early, filled ? socPct + SAG_PCT : socPct), until);
    }

    private int powerW(LocalDate day, boolean early, double socPct) {
        if (red.test(day)) {
            return socPct < 95 ? -Math.min(RED_W, RED_FLEET_W / batteries) : 0;
        }
        double target = 79 + 13 * Chance.of(seed, APPETITE, day.toEpochDay());
        return !early && socPct < target ? -Math.min(USUAL_W, USUAL_FLEET_W / batteries) : 0;
    }
}
