package pilotempo.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;

/**
 * What a battery saved, as the words of the rule have it, from the readings: stretch by stretch
 * between any two changes of anything, without ledger, quarters or the classes under test. Slow and
 * plain.
 */
final class PlainCost {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long HOLD = 600_000;

    /** Wh and EUR of one day in one period; EUR NaN where a price is unknown. */
    static final class Cell {
        double charged;
        double delivered;
        double charge;
        double avoided;
    }

    private final Map<Mac, TreeMap<Long, Reading>> batteries = new TreeMap<>();
    private final Map<LocalDate, TempoColour> colours;
    private final PriceTable prices;
    private final double exportPrice;
    private final Map<LocalDate, Map<TempoPeriod, Cell>> days = new TreeMap<>();

    private PlainCost(
            List<Reading> readings,
            Map<LocalDate, TempoColour> colours,
            PriceTable prices,
            double exportPrice) {
        this.colours = colours;
        this.prices = prices;
        this.exportPrice = exportPrice;
        for (var reading : readings) {
            batteries
                    .computeIfAbsent(reading.battery(), _ -> new TreeMap<>())
                    .put(reading.at().toEpochMilli(), reading);
        }
    }

    /** By Tempo day and period. */
    static Map<LocalDate, Map<TempoPeriod, Cell>> of(
            List<Reading> readings,
            Map<LocalDate, TempoColour> colours,
            PriceTable prices,
            double exportPrice) {
        var plain = new PlainCost(readings, colours, prices, exportPrice);
        plain.walk();
        return plain.days;
    }

    private void walk() {
        var changes = new TreeSet<Long>();
        for (var rows : batteries.values()) {
            changes.addAll(rows.keySet());
            changes.add(rows.lastKey() + HOLD);
        }
        long first = changes.first();
        long last = batteries.values().stream().mapToLong(TreeMap::lastKey).max().orElseThrow();
        var date = local(first).toLocalDate();
        while (!date.isAfter(local(last).toLocalDate())) {
            for (var time : List.of(LocalTime.MIDNIGHT, LocalTime.of(6, 0), LocalTime.of(22, 0))) {
                changes.add(ZonedDateTime.of(date, time, PARIS).toInstant().toEpochMilli());
            }
            date = date.plusDays(1);
        }
        var cuts = new ArrayList<>(changes.subSet(first, true, last, true));
        for (int i = 0; i + 1 < cuts.size(); i++) {
            stretch(cuts.get(i), cuts.get(i + 1));
        }
    }

    private void stretch(long from, long to) {
        boolean whole = true;
        boolean known = false;
        double sum = 0;
        Double meter = null;
        long meterAt = Long.MIN_VALUE;
        double hours = (to - from) / 3_600_000.0;
        for (var rows : batteries.values()) {
            var held = rows.floorEntry(from);
            if (held == null || (rows.higherEntry(from) == null && from >= held.getKey() + HOLD)) {
                continue;
            }
            var next = rows.higherEntry(from);
            boolean gap = next != null && next.getKey() - held.getKey() > HOLD;
            Double watts =
                    gap
                            ? counted(held.getValue(), next.getValue())
                            : number(held.getValue(), Quantity.ONGRID_POWER_W);
            if (gap || watts == null) {
                whole = false;
            }
            if (watts != null) {
                known = true;
                sum += watts;
            }
            var meterNow = gap ? null : number(held.getValue(), Quantity.METER_POWER_W);
            if (meterNow != null && held.getKey() > meterAt) {
                meter = meterNow;
                meterAt = held.getKey();
            }
            if (watts != null && next != null) {
                flow(from, watts * hours);
            }
        }
        if (!known && meter == null) {
            return;
        }
        double price = price(from);
        double saved;
        if (whole && meter != null) {
            double imported = Math.max(meter + sum, 0) - Math.max(meter, 0);
            double exported = Math.max(-meter, 0) - Math.max(-(meter + sum), 0);
            saved = hours / 1000 * (imported * price + exported * exportPrice);
        } else if (known) {
            saved = hours / 1000 * sum * price;
        } else {
            return;
        }
        var cell = cell(from);
        if (saved < 0) {
            cell.charge -= saved;
        } else {
            cell.avoided += saved;
        }
    }

    private void flow(long at, double wh) {
        var cell = cell(at);
        if (wh < 0) {
            cell.charged -= wh;
        } else {
            cell.delivered += wh;
        }
    }

    private Cell cell(long at) {
        var local = local(at);
        boolean peak = local.getHour() >= 6 && local.getHour() < 22;
        return days.computeIfAbsent(day(local), _ -> new TreeMap<>())
                .computeIfAbsent(peak ? TempoPeriod.HP : TempoPeriod.HC, _ -> new Cell());
    }

    private double price(long at) {
        var local = local(at);
        var colour = colours.get(day(local));
        var period = local.getHour() >= 6 && local.getHour() < 22 ? TempoPeriod.HP : TempoPeriod.HC;
        BigDecimal price = null;
        for (var row : prices.rows()) {
            if (colour != null && !row.from().isAfter(local.toLocalDate())) {
                price = row.eurPerKwh().get(new PriceTable.PriceClass(colour, period));
            }
        }
        return price == null ? Double.NaN : price.doubleValue();
    }

    private static LocalDate day(ZonedDateTime local) {
        return local.getHour() < 6 ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    private static ZonedDateTime local(long at) {
        return Instant.ofEpochMilli(at).atZone(PARIS);
    }

    /** Mean power by the counters, W. */
    private static @Nullable Double counted(Reading before, Reading after) {
        var in = rise(before, after, Quantity.TOTAL_GRID_IN_WH);
        var out = rise(before, after, Quantity.TOTAL_GRID_OUT_WH);
        if (in == null && out == null) {
            return null;
        }
        return ((out == null ? 0 : out) - (in == null ? 0 : in)) / hours(before, after);
    }

    private static @Nullable Double rise(Reading before, Reading after, Quantity counter) {
        var from = number(before, counter);
        var to = number(after, counter);
        if (from == null
                || to == null
                || to < from
                || to - from > 1.5 * 2500 * hours(before, after)) {
            return null;
        }
        return to - from;
    }

    private static double hours(Reading before, Reading after) {
        return (after.at().toEpochMilli() - before.at().toEpochMilli()) / 3_600_000.0;
    }

    private static @Nullable Double number(Reading reading, Quantity quantity) {
        return reading.values().number(quantity);
    }
}
