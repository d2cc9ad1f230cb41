package pilotempo.ui.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.history.BatterySeries;
import pilotempo.history.DayEnergy;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.history.Step;

/**
 * A canned past: every day a charge by night, sun at noon, discharge in the evening. The second
 * battery has a gap on Sunday 4 January from 10:00 to 13:00.
 */
final class StillHistory {
    private static final Instant GAP_FROM = Instant.parse("2026-01-04T09:00:00Z");
    private static final Instant GAP_UNTIL = Instant.parse("2026-01-04T12:00:00Z");

    private final ZoneId zone;
    private final Instant first;
    private final Instant now;

    StillHistory(ZoneId zone, Instant first, Instant now) {
        this.zone = zone;
        this.first = first;
        this.now = now;
    }

    Range range(RangeQuery query) {
        var span = Duration.between(query.from(), query.to());
        var step = step(span);
        var bucket = step == Step.RAW ? Duration.ofMinutes(1) : step.nominal();
        while (step != Step.RAW && span.dividedBy(bucket) > query.mostPoints()) {
            bucket = bucket.multipliedBy(2);
        }
        var series = new ArrayList<BatterySeries>();
        for (var mac : query.batteries()) {
            series.add(series(mac, query, step, bucket));
        }
        return new Range(
                step,
                step == Step.RAW ? Duration.ZERO : bucket,
                List.copyOf(series),
                step == Step.RAW ? Duration.ofMinutes(3) : bucket.multipliedBy(3).dividedBy(2));
    }

    List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate untilInclusive) {
        var days = new ArrayList<DayEnergy>();
        for (var date = from; !date.isAfter(untilInclusive); date = date.plusDays(1)) {
            var begin = date.atTime(6, 0).atZone(zone).toInstant();
            if (begin.isAfter(first.minusSeconds(1)) && begin.isBefore(now)) {
                double wave = 1 + 0.25 * Math.sin(date.getDayOfYear());
                days.add(
                        new DayEnergy(
                                date,
                                batteries.size() * 1900 * wave * (date.getDayOfYear() == 6 ? 0 : 1),
                                batteries.size() * 2353 * wave));
            }
        }
        return days;
    }

    private static Step step(Duration span) {
        if (span.compareTo(Duration.ofHours(6)) <= 0) {
            return Step.RAW;
        }
        if (span.compareTo(Duration.ofHours(36)) <= 0) {
            return Step.MINUTE;
        }
        if (span.compareTo(Duration.ofDays(15)) <= 0) {
            return Step.QUARTER;
        }
        return span.compareTo(Duration.ofDays(62)) <= 0 ? Step.HOUR : Step.DAY;
    }

    private BatterySeries series(Mac mac, RangeQuery query, Step step, Duration bucket) {
        var times = new ArrayList<Instant>();
        var from = query.from().isBefore(first) ? first : query.from();
        var until = query.to().isAfter(now) ? now : query.to();
        for (var at = from; at.isBefore(until); at = at.plus(bucket)) {
            boolean inGap = !at.isBefore(GAP_FROM) && at.isBefore(GAP_UNTIL);
            if (!(inGap && StillFleet.index(mac) == 1)) {
                times.add(at);
            }
        }
        int count = times.size();
        long length = step == Step.RAW ? 0 : bucket.toMillis();
        var starts = times.stream().mapToLong(Instant::toEpochMilli).toArray();
        var ends = Arrays.stream(starts).map(start -> start + length).toArray();
        var samples = new int[count];
        Arrays.fill(samples, step == Step.RAW ? 1 : (int) bucket.toSeconds() / 20);
        var bands = new EnumMap<Quantity, BatterySeries.Band>(Quantity.class);
        for (var quantity : query.quantities()) {
            if (quantity == Quantity.PV_POWER_W) {
                continue;
            }
            bands.put(quantity, band(mac, quantity, starts, step == Step.RAW));
        }
        var in = new double[count];
        var out = new double[count];
        for (int i = 0; i < count; i++) {
            double wattHours = power(mac, starts[i]) * bucket.toMillis() / 3_600_000.0;
            in[i] = step == Step.RAW ? Double.NaN : Math.max(0, -wattHours);
            out[i] = step == Step.RAW ? Double.NaN : Math.max(0, wattHours);
        }
        return new BatterySeries(mac, starts, ends, samples, bands, in, out);
    }

    private BatterySeries.Band band(Mac mac, Quantity quantity, long[] times, boolean raw) {
        var mean = Arrays.stream(times).mapToDouble(at -> value(mac, quantity, at)).toArray();
        double half = raw ? 0 : quantity == Quantity.SOC_PCT ? 1 : 60;
        var least = Arrays.stream(mean).map(value -> value - half).toArray();
        var greatest = Arrays.stream(mean).map(value -> value + half).toArray();
        return new BatterySeries.Band(mean, least, greatest);
    }

    private double value(Mac mac, Quantity quantity, long at) {
        return switch (quantity) {
            case SOC_PCT -> level(mac, at);
            case POWER_W, ONGRID_POWER_W -> power(mac, at);
            case TEMPERATURE_C -> StillFleet.celsius(mac) + 2 * Math.sin(at / 9e6);
            case METER_POWER_W -> 60 + 40 * noise(at);
            case RATED_WH -> 5120;
            case REMAINING_WH -> 51.2 * level(mac, at);
            default -> Double.NaN;
        };
    }

    private double hour(long at) {
        var local = Instant.ofEpochMilli(at).atZone(zone);
        return local.getHour() + local.getMinute() / 60.0;
    }

    private double power(Mac mac, long at) {
        double hour = hour(at);
        double wanted = StillFleet.watts(mac);
        if (Math.abs(wanted) < 10) {
            return 0;
        }
        if (hour >= 2 && hour < 5) {
            return -1000;
        }
        if ((hour >= 6.5 && hour < 9) || (hour >= 16.5 && hour < 23)) {
            return Math.max(
                            30,
                            Math.abs(wanted)
                                    * (0.8 + 0.25 * noise(at + 2_221_000L * StillFleet.index(mac))))
                    * Math.signum(wanted);
        }
        return hour >= 11 && hour < 15 ? -250 - 100 * noise(at) : 0;
    }

    private double level(Mac mac, long at) {
        double hour = hour(at);
        double shape =
                hour < 2
                        ? 30
                        : hour < 5
                                ? 30 + 20 * (hour - 2)
                                : hour < 9
                                        ? 90 - 4 * (hour - 5)
                                        : hour < 15 ? 74 + 2 * (hour - 9) : 86 - 7 * (hour - 15);
        return Math.clamp(shape + StillFleet.level(mac) / 10 - 5, 11, 100);
    }

    /** Between -1 and 1, the same for the same moment. */
    private static double noise(long at) {
        double minutes = at / 60_000.0;
        return 0.5 * Math.sin(minutes / 7.3)
                + 0.3 * Math.sin(minutes / 2.9)
                + 0.2 * Math.sin(minutes * 1.7);
    }
}
