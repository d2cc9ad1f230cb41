package pilotempo.marstek.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A household's load: a base, a morning, a noon and an evening peak, the fridge, and short spikes
 * of kettle, oven and washing machine. A pure function of seed and time.
 */
record House(long seed, ZoneId zone) {
    private static final int BASE = 1;
    private static final int SLOW = 2;
    private static final int FAST = 3;
    private static final int KETTLE = 4;
    private static final int OVEN = 8;
    private static final int WASHING = 12;

    /** Whole watts, never below 60. */
    double loadW(Instant at) {
        var local = at.atZone(zone);
        long second = at.getEpochSecond();
        int ofDay = local.toLocalTime().toSecondOfDay();
        long day = local.toLocalDate().toEpochDay();
        var weekday = local.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        double hour = ofDay / 3600.0;
        double people =
                300 * bell(hour, weekend ? 9.3 : 7.2, 1.0)
                        + (weekend ? 320 : 110) * bell(hour, 12.6, 0.9)
                        + 620 * bell(hour, 19.7, 1.8);
        double wander = 0.7 + 0.6 * Chance.smooth(seed, SLOW, second / 700.0);
        double flicker = 40 * Chance.smooth(seed, FAST, second / 25.0) - 20;
        double load =
                (baseW() + people) * wander
                        + flicker
                        + fridgeW(second)
                        + kettleW(day, ofDay)
                        + ovenW(day, ofDay)
                        + washingW(day, ofDay);
        return Math.rint(Math.max(60, load));
    }

    private double baseW() {
        return 230 + 90 * Chance.of(seed, BASE, 0);
    }

    private static double fridgeW(long second) {
        return Math.floorMod(second, 2700) < 800 ? 85 : 0;
    }

    private double kettleW(long day, int ofDay) {
        int slot = ofDay / 1200;
        long number = day * 72 + slot;
        double middle = (slot + 0.5) / 3;
        double likely =
                0.5 * bell(middle, 7.3, 0.8)
                        + 0.2 * bell(middle, 13, 0.8)
                        + 0.25 * bell(middle, 16.5, 0.9)
                        + 0.3 * bell(middle, 20.2, 1.2);
        if (Chance.of(seed, KETTLE, number) >= likely) {
            return 0;
        }
        double begin = slot * 1200 + 900 * Chance.of(seed, KETTLE + 1, number);
        double lasts = 130 + 110 * Chance.of(seed, KETTLE + 2, number);
        return within(ofDay, begin, lasts) ? 1800 + 500 * Chance.of(seed, KETTLE + 3, number) : 0;
    }

    private double ovenW(long day, int ofDay) {
        if (Chance.of(seed, OVEN, day) > 0.55) {
            return 0;
        }
        double begin = 3600 * (18.4 + 0.9 * Chance.of(seed, OVEN + 1, day));
        boolean heats = Math.floorMod(ofDay, 260) < 120 || ofDay < begin + 420;
        return within(ofDay, begin, 2900) && heats ? 2100 : 0;
    }

    private double washingW(long day, int ofDay) {
        if (Chance.of(seed, WASHING, day) > 0.45) {
            return 0;
        }
        double begin = 3600 * (9.5 + 5 * Chance.of(seed, WASHING + 1, day));
        if (within(ofDay, begin, 900)) {
            return 1900;
        }
        return within(ofDay, begin, 5400) ? 180 : 0;
    }

    private static boolean within(double ofDay, double begin, double lasts) {
        return ofDay >= begin && ofDay < begin + lasts;
    }

    private static double bell(double hour, double middle, double width) {
        double off = (hour - middle) / width;
        return Math.exp(-off * off / 2);
    }
}
