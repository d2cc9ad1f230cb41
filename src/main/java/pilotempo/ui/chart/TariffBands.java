package pilotempo.ui.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoPeriod;

/** Tempo days and price stretches of any window, from what is known of colours and prices. */
public final class TariffBands {
    /** The Tempo day begins at 06:00 local. */
    private static final LocalTime DAY_BEGINS = LocalTime.of(6, 0);

    private TariffBands() {}

    /** When a Tempo day begins. */
    public static Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(DAY_BEGINS).atZone(zone).toInstant();
    }

    /** The Tempo days that a window touches, unknown ones included. */
    public static List<DayColour> days(ColourBook colours, Instant from, Instant to, ZoneId zone) {
        var days = new ArrayList<DayColour>();
        for (var day = dayOf(from, zone); begin(day, zone).isBefore(to); day = day.plusDays(1)) {
            days.add(colours.day(day));
        }
        return days;
    }

    /** The Tempo day that an instant belongs to. */
    public static LocalDate dayOf(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.toLocalTime().isBefore(DAY_BEGINS)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    /**
     * Stretches of one price in a window. When HP and HC change is taken from the stretches that
     * the tariff tells of now, which cover more than a day; empty when it tells of none.
     */
    public static List<TariffView.Stretch> stretches(
            TariffView tariff,
            ColourBook colours,
            PriceTable prices,
            Instant from,
            Instant to,
            ZoneId zone) {
        var pattern = new TreeMap<LocalTime, TempoPeriod>();
        for (var stretch : tariff.next().stream().skip(1).toList()) {
            pattern.put(stretch.from().atZone(zone).toLocalTime(), stretch.period());
        }
        if (pattern.isEmpty()) {
            return List.of();
        }
        var stretches = new ArrayList<TariffView.Stretch>();
        var edges = edges(pattern.keySet(), from, to, zone);
        for (int i = 0; i + 1 < edges.size(); i++) {
            stretches.add(stretch(edges.get(i), edges.get(i + 1), pattern, colours, prices, zone));
        }
        return stretches;
    }

    private static List<Instant> edges(
            Iterable<LocalTime> changes, Instant from, Instant to, ZoneId zone) {
        var edges = new ArrayList<Instant>();
        edges.add(from);
        var last = to.atZone(zone).toLocalDate();
        for (var date = from.atZone(zone).toLocalDate();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (var change : changes) {
                var edge = date.atTime(change).atZone(zone).toInstant();
                if (edge.isAfter(edges.getLast()) && edge.isBefore(to)) {
                    edges.add(edge);
                }
            }
        }
        edges.add(to);
        return edges;
    }

    private static TariffView.Stretch stretch(
            Instant from,
            Instant until,
            NavigableMap<LocalTime, TempoPeriod> pattern,
            ColourBook colours,
            PriceTable prices,
            ZoneId zone) {
        var time = from.atZone(zone).toLocalTime();
        var change = pattern.floorEntry(time);
        var period = (change == null ? pattern.lastEntry() : change).getValue();
        var day = colours.day(dayOf(from, zone));
        return new TariffView.Stretch(
                from, until, day, period, price(day, period, prices, from, zone));
    }

    private static @Nullable BigDecimal price(
            DayColour day, TempoPeriod period, PriceTable prices, Instant at, ZoneId zone) {
        var colour = day.colour();
        if (colour == null) {
            return null;
        }
        return prices.on(at.atZone(zone).toLocalDate())
                .map(row -> row.eurPerKwh().get(new PriceTable.PriceClass(colour, period)))
                .orElse(null);
    }
}
