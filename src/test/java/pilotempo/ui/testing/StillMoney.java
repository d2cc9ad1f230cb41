package pilotempo.ui.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.CostReport.Line;
import pilotempo.cost.CostReport.Row;
import pilotempo.cost.StoredEnergy;
import pilotempo.cost.Sums;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;

/**
 * Money that stands still: days of the canned season until 6 January 2026, each colour with the
 * same amounts every day.
 */
public final class StillMoney {
    private static final TempoClock CLOCK = new TempoClock(ZoneId.of("Europe/Paris"));
    private static final LocalDate FIRST = LocalDate.parse("2025-09-01");
    private static final LocalDate LAST = LocalDate.parse("2026-01-06");

    /** What views asked, in order. */
    public final List<CostQuery> asked = new CopyOnWriteArrayList<>();

    private volatile @Nullable CostReport report;
    private volatile boolean broken;
    private volatile StoredEnergy stored =
            new StoredEnergy(
                    5_022.0, new BigDecimal("3.2482"), LocalDate.parse("2026-01-07"), List.of());

    StillMoney() {}

    /** What every question about cost is answered. */
    public void report(CostReport now) {
        report = now;
    }

    /** Nothing was ever recorded. */
    public void nothing() {
        report = new CostReport(List.of(), Line.NOTHING, Map.of(), List.of());
    }

    /** The history can't be read. */
    public void broken() {
        broken = true;
    }

    /** What is stored. */
    public void stored(StoredEnergy now) {
        stored = now;
    }

    /** A day; without a colour its money is unknown. */
    public static Row day(
            LocalDate day,
            @Nullable TempoColour colour,
            double chargedWh,
            double deliveredWh,
            String cost,
            String avoided) {
        var charge = colour == null ? null : new BigDecimal(cost);
        var avoids = colour == null ? null : new BigDecimal(avoided);
        var hp = new Sums(0, deliveredWh, zero(colour), avoids, avoids);
        var hc =
                new Sums(
                        chargedWh,
                        0,
                        charge,
                        zero(colour),
                        charge == null ? null : charge.negate());
        return new Row(day.toString(), day, day.plusDays(1), colour, new Line(hp.plus(hc), hp, hc));
    }

    /** A report of days. */
    public static CostReport days(List<Row> rows) {
        var byColour = new EnumMap<TempoColour, Line>(TempoColour.class);
        for (var row : rows) {
            var colour = row.colour();
            if (colour != null) {
                byColour.merge(colour, row.line(), Line::plus);
            }
        }
        return new CostReport(
                rows,
                rows.stream().map(Row::line).reduce(Line.NOTHING, Line::plus),
                byColour,
                rows.stream().filter(row -> row.colour() == null).map(Row::from).toList());
    }

    CostReport report(CostQuery query) {
        asked.add(query);
        if (broken) {
            throw new IllegalStateException("The history can't be read.");
        }
        var fixed = report;
        if (fixed != null) {
            return fixed;
        }
        var rows = new ArrayList<Row>();
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (within(query, CLOCK.startOf(day))) {
                rows.add(canned(day));
            }
        }
        return days(rows);
    }

    StoredEnergy stored() {
        return stored;
    }

    private static boolean within(CostQuery query, Instant begin) {
        var from = query.from();
        var to = query.to();
        return (from == null || !begin.isBefore(from)) && (to == null || begin.isBefore(to));
    }

    private static Row canned(LocalDate day) {
        if (day.equals(LAST)) {
            return day(day, TempoColour.RED, 0, 7_060, "0", "4.5664");
        }
        return switch (StillTempo.colour(day)) {
            case BLUE -> day(day, TempoColour.BLUE, 7_240, 6_461, "0.8920", "0.9651");
            case WHITE -> day(day, TempoColour.WHITE, 11_900, 10_727, "1.6553", "1.7771");
            case RED -> day(day, TempoColour.RED, 12_300, 10_940, "1.7958", "4.2495");
        };
    }

    private static @Nullable BigDecimal zero(@Nullable TempoColour colour) {
        return colour == null ? null : BigDecimal.ZERO;
    }
}
