package pilotempo.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

/** Invents what batteries did. */
final class Past {
    private final Random random;
    private final Instant from;
    private final Instant until;
    private double meterShare = 1;
    private double gapsADay;

    private Past(Random random, String from, String until) {
        this.random = random;
        this.from = Instant.parse(from);
        this.until = Instant.parse(until);
    }

    /** Between two instants. */
    static Past between(Random random, String from, String until) {
        return new Past(random, from, until);
    }

    /** How much of the time a meter is known. */
    Past metered(double share) {
        meterShare = share;
        return this;
    }

    /** Gaps of more than ten minutes, so many a day. */
    Past gaps(double aDay) {
        gapsADay = aDay;
        return this;
    }

    /**
     * One battery that charges, delivers and rests for a while each. Its counters are told around a
     * gap only, so that elsewhere energy is what its power says.
     */
    List<Reading> battery(int number, Duration pace) {
        var readings = new ArrayList<Reading>();
        double in = 10_000 + random.nextInt(1000);
        double out = 9_000 + random.nextInt(1000);
        double power = 0;
        boolean metered = true;
        int sinceGap = 9;
        var at = from.plusMillis(random.nextInt(60_000));
        while (at.isBefore(until)) {
            boolean gap =
                    sinceGap > 2 && random.nextDouble() < gapsADay * pace.toSeconds() / 86_400;
            if (random.nextInt(10) == 0) {
                power = random.nextInt(3) == 0 ? 0 : random.nextInt(5001) - 2500;
                metered = random.nextDouble() < meterShare;
            }
            var values = Observation.builder().number(Quantity.SOC_PCT, 50.0);
            if (random.nextInt(40) != 0) {
                values.number(Quantity.ONGRID_POWER_W, power);
            }
            if (metered) {
                values.number(Quantity.METER_POWER_W, (random.nextInt(60_000) - 20_000) / 10.0);
            }
            if ((gap || sinceGap == 0) && random.nextInt(8) != 0) {
                values.number(Quantity.TOTAL_GRID_IN_WH, Math.floor(in))
                        .number(Quantity.TOTAL_GRID_OUT_WH, Math.floor(out));
            }
            readings.add(new Reading(mac(number), at, values.build()));
            long seconds =
                    gap
                            ? 601 + random.nextInt(30_000)
                            : pace.toSeconds() + random.nextInt(1 + (int) pace.toSeconds() / 10);
            double wh = power * seconds / 3600;
            in += Math.max(0, -wh);
            out += Math.max(0, wh);
            sinceGap = gap ? 0 : sinceGap + 1;
            at = at.plusSeconds(seconds);
        }
        return readings;
    }

    static Mac mac(int number) {
        return new Mac("02005e00000" + number);
    }
}
