package pilotempo.marstek.simulator;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The sun over the middle of France, with clouds, and the air around the batteries. A pure function
 * of seed and time.
 */
record Sun(long seed) {
    private static final double LATITUDE = Math.toRadians(47);
    private static final double LONGITUDE_HOURS = 2.4 / 15;
    private static final int DAY_CLOUDS = 21;
    private static final int CLOUDS = 22;
    private static final int WEATHER = 23;

    /** What of their rated power well-placed panels give now, 0 to 1. */
    double share(Instant at) {
        var utc = at.atOffset(ZoneOffset.UTC);
        double declination =
                Math.toRadians(-23.44) * Math.cos(2 * Math.PI * (utc.getDayOfYear() + 10) / 365.25);
        double hour = utc.toLocalTime().toSecondOfDay() / 3600.0 + LONGITUDE_HOURS;
        double angle = Math.toRadians(15 * (hour - 12));
        double height =
                Math.sin(LATITUDE) * Math.sin(declination)
                        + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(angle);
        if (height <= 0) {
            return 0;
        }
        double clear = 0.25 + 0.75 * Chance.of(seed, DAY_CLOUDS, utc.toLocalDate().toEpochDay());
        double passing = 0.6 + 0.4 * Chance.smooth(seed, CLOUDS, at.getEpochSecond() / 420.0);
        return Math.min(1, Math.pow(height, 0.7) * 1.1) * clear * passing;
    }

    /** Air in the garage, °C. */
    double airC(Instant at) {
        var utc = at.atOffset(ZoneOffset.UTC);
        double season = -Math.cos(2 * Math.PI * (utc.getDayOfYear() - 15) / 365.25);
        double hour = utc.toLocalTime().toSecondOfDay() / 3600.0;
        double day = -Math.cos(2 * Math.PI * (hour - 3) / 24);
        double weather = 4 * Chance.smooth(seed, WEATHER, at.getEpochSecond() / 86_400.0) - 2;
        return 17 + 7 * season + 1.2 * day + weather;
    }
}
