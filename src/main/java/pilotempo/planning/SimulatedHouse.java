package pilotempo.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A house that nobody measured: people's mornings and evenings, a heat pump that follows the
 * season, a water heater at night, and 3 kW of panels. About 5 MWh a year from the grid. The same
 * again for the same quarter of an hour.
 *
 * @param zone whose local time people live by
 */
public record SimulatedHouse(ZoneId zone) implements PastHouse {
    static final double PANELS_W = 3000;
    private static final double LATITUDE = Math.toRadians(47);

    @Override
    public OptionalDouble netWh(Instant begin) {
        var local = begin.atZone(zone);
        return OptionalDouble.of((loadW(local) - sunW(local)) / 4);
    }

    @Override
    public boolean recorded() {
        return false;
    }

    static double loadW(ZonedDateTime local) {
        double hour = hour(local);
        double people =
                180
                        + 450 * bell(hour, 7.5, 1)
                        + 250 * bell(hour, 12.6, 0.8)
                        + 900 * bell(hour, 19.8, 1.7);
        return people * (0.75 + 0.5 * chance(local, 1)) + heatW(local, hour) + waterW(hour);
    }

    /** A heat pump: the colder the day, and the night in it, the more. */
    private static double heatW(ZonedDateTime local, double hour) {
        double season = Math.cos((local.getDayOfYear() - 20) * 2 * Math.PI / 365.25);
        double outside =
                11.5
                        - 8 * season
                        + 5 * (chance(local, 2) - 0.5)
                        - 2.5 * Math.cos((hour - 4) * Math.PI / 12);
        return Math.max(0, 15 - outside) * 70;
    }

    private static double waterW(double hour) {
        return hour >= 22.5 || hour < 0.25 ? 1800 : 0;
    }

    static double sunW(ZonedDateTime local) {
        double declination =
                Math.toRadians(-23.44)
                        * Math.cos(2 * Math.PI * (local.getDayOfYear() + 10) / 365.25);
        double summer = local.getZone().getRules().isDaylightSavings(local.toInstant()) ? 1 : 0;
        double angle = Math.toRadians(15 * (hour(local) - summer - 12.9));
        double height =
                Math.sin(LATITUDE) * Math.sin(declination)
                        + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(angle);
        return height <= 0 ? 0 : PANELS_W * Math.pow(height, 1.2) * (0.15 + 0.8 * chance(local, 3));
    }

    private static double hour(ZonedDateTime local) {
        return local.getHour() + local.getMinute() / 60.0;
    }

    private static double bell(double hour, double middle, double width) {
        double off = (hour - middle) / width;
        return Math.exp(-off * off / 2);
    }

    /** The day's luck in one matter, 0 to 1. */
    private static double chance(ZonedDateTime local, int matter) {
        return new SplittableRandom(local.toLocalDate().toEpochDay() * 31 + matter).nextDouble();
    }
}
