package pilotempo.cost;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import pilotempo.cost.CostReport.Line;
import pilotempo.cost.CostReport.Row;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/** Days summed up to what was asked for. Pure. */
final class Periods {
    private Periods() {}

    /** The report of days in order. */
    static CostReport report(List<DayLine> days, CostQuery.By by) {
        var rows = new ArrayList<Row>();
        var byColour = new EnumMap<TempoColour, Line>(TempoColour.class);
        for (var day : days) {
            var period = period(day.day(), by);
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && last.period().equals(period)) {
                rows.set(rows.size() - 1, joined(last, day));
            } else {
                rows.add(row(period, day, by));
            }
            var colour = day.colour();
            if (colour != null) {
                byColour.merge(colour, day.line(), Line::plus);
            }
        }
        return new CostReport(
                rows,
                rows.stream().map(Row::line).reduce(Line.NOTHING, Line::plus),
                byColour,
                days.stream().filter(day -> !day.priced()).map(DayLine::day).toList());
    }

    private static Row row(String period, DayLine day, CostQuery.By by) {
        return new Row(
                period,
                day.day(),
                day.day().plusDays(1),
                by == CostQuery.By.DAY ? day.colour() : null,
                day.line());
    }

    private static Row joined(Row row, DayLine day) {
        return new Row(
                row.period(), row.from(), day.day().plusDays(1), null, row.line().plus(day.line()));
    }

    private static String period(LocalDate day, CostQuery.By by) {
        return switch (by) {
            case DAY -> day.toString();
            case MONTH -> YearMonth.from(day).toString();
            case SEASON -> TempoSeason.of(day).label();
        };
    }
}
