package pilotempo.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

/**
 * Readings of several batteries as life brings them: intervals of their own, gaps of an hour and of
 * days, counters that reset, a meter that comes and goes, values that are not answered. Times are
 * whole seconds.
 */
final class Simulated {
    private Simulated() {}

    /**
     * Readings of one battery in order of time.
     *
     * @param interval seconds, more or less
     * @param count how many
     */
    static List<Reading> battery(Random random, Mac mac, Instant start, int interval, int count) {
        var readings = new ArrayList<Reading>();
        long time = start.getEpochSecond();
        double in = 50_000;
        double out = 40_000;
        double power = 0;
        boolean meter = true;
        for (int i = 0; i < count; i++) {
            power = random.nextInt(12) == 0 ? random.nextInt(5001) - 2500 : power;
            meter = (random.nextInt(40) == 0) != meter;
            var values =
                    Observation.builder()
                            .number(Quantity.SOC_PCT, (double) random.nextInt(101))
                            .number(Quantity.POWER_W, power / 10)
                            .number(Quantity.TEMPERATURE_C, random.nextInt(400) / 10.0)
                            .number(Quantity.ONGRID_POWER_W, random.nextInt(30) == 0 ? null : power)
                            .number(
                                    Quantity.METER_POWER_W,
                                    meter ? random.nextInt(60_000) / 10.0 - 3000 : null);
            if (random.nextInt(30) != 0) {
                values.number(Quantity.TOTAL_GRID_IN_WH, Math.floor(in))
                        .number(Quantity.TOTAL_GRID_OUT_WH, Math.floor(out));
            }
            readings.add(new Reading(mac, Instant.ofEpochSecond(time), values.build()));
            long step = interval + (long) random.nextInt(interval);
            if (random.nextInt(200) == 0) {
                step = 600L + random.nextInt(8000);
            } else if (random.nextInt(1500) == 0) {
                step = 100_000L + random.nextInt(600_000);
            }
            time += step;
            double wh = power * step / 3600;
            in = random.nextInt(900) == 0 ? 0 : in + Math.max(0, -wh);
            out += Math.max(0, wh);
        }
        return readings;
    }

    /** All the readings by battery, in the order of their MACs. */
    static List<List<Row>> rows(List<Reading> readings) {
        var rows = new TreeMap<Mac, TreeMap<Long, Row>>();
        for (var reading : readings) {
            rows.computeIfAbsent(reading.battery(), _ -> new TreeMap<>())
                    .putIfAbsent(reading.at().toEpochMilli(), Row.of(reading));
        }
        return rows.values().stream().map(one -> List.copyOf(one.values())).toList();
    }

    /** The ledger over everything at once. */
    static List<HouseQuarter> ledger(List<Reading> readings) {
        long quarter = Level.QUARTER.nominalMillis();
        var times = readings.stream().mapToLong(r -> r.at().toEpochMilli()).summaryStatistics();
        return List.copyOf(
                HouseQuarters.of(
                                rows(readings),
                                Math.floorDiv(times.getMin(), quarter) * quarter,
                                Math.floorDiv(times.getMax(), quarter) * quarter + quarter)
                        .values());
    }
}
