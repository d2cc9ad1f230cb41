package pilotempo.ui.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilotempo.history.DayEnergy;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.TempoColour;

/**
 * Energy of one or more Tempo days, delivered by colour.
 *
 * @param from first Tempo day
 * @param until day after the last
 * @param redWh Wh delivered on red days
 * @param whiteWh on white days
 * @param blueWh on blue days
 * @param unknownWh on days whose colour is not known
 * @param chargedWh Wh charged
 */
public record EnergyBar(
        LocalDate from,
        LocalDate until,
        double redWh,
        double whiteWh,
        double blueWh,
        double unknownWh,
        double chargedWh) {
    /** A day counts as it is shown, to 0.1 kWh: a month is the sum of the days that one reads. */
    private static final double SHOWN_WH = 100;

    private static final int MOST_DAYS = 62;
    private static final int MOST_WEEKS = 160;

    /**
     * One bar a day up to 62 days, else one a week from Monday, for ranges of many years one a
     * month. A stretch without any data has no bar.
     *
     * @param from first day shown
     * @param until day after the last one shown; days outside are left out
     */
    public static List<EnergyBar> of(
            List<DayEnergy> days, ColourBook colours, LocalDate from, LocalDate until) {
        var bars = new TreeMap<LocalDate, EnergyBar>();
        for (var day : days) {
            add(day, colours.day(day.day()).colour(), from, until, bars);
        }
        return new ArrayList<>(bars.values());
    }

    /**
     * The bars of an earlier period, by the dates that its days stand beside, whatever their
     * colours.
     *
     * @param from first day of the present period
     * @param until day after its last
     */
    public static List<EnergyBar> before(
            List<DayEnergy> earlier, PeriodBefore period, LocalDate from, LocalDate until) {
        var bars = new TreeMap<LocalDate, EnergyBar>();
        for (var day : earlier) {
            period.present(day.day())
                    .map(date -> new DayEnergy(date, day.inWh(), day.outWh()))
                    .ifPresent(moved -> add(moved, null, from, until, bars));
        }
        return new ArrayList<>(bars.values());
    }

    private static void add(
            DayEnergy day,
            @Nullable TempoColour colour,
            LocalDate from,
            LocalDate until,
            Map<LocalDate, EnergyBar> bars) {
        boolean told = Double.isFinite(day.inWh()) || Double.isFinite(day.outWh());
        if (told && !day.day().isBefore(from) && day.day().isBefore(until)) {
            var one = ofDay(day, colour, ChronoUnit.DAYS.between(from, until));
            bars.merge(one.from(), one, EnergyBar::plus);
        }
    }

    private static EnergyBar ofDay(DayEnergy day, @Nullable TempoColour colour, long length) {
        var begin = day.day();
        var end = begin.plusDays(1);
        if (length > MOST_WEEKS * 7L) {
            begin = begin.withDayOfMonth(1);
            end = begin.plusMonths(1);
        } else if (length > MOST_DAYS) {
            begin = begin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            end = begin.plusWeeks(1);
        }
        double out = shown(day.outWh());
        return new EnergyBar(
                begin,
                end,
                colour == TempoColour.RED ? out : 0,
                colour == TempoColour.WHITE ? out : 0,
                colour == TempoColour.BLUE ? out : 0,
                colour == null ? out : 0,
                shown(day.inWh()));
    }

    private static double shown(double wh) {
        return Double.isFinite(wh) ? Math.rint(wh / SHOWN_WH) * SHOWN_WH : 0;
    }

    private EnergyBar plus(EnergyBar other) {
        return new EnergyBar(
                from,
                until,
                redWh + other.redWh,
                whiteWh + other.whiteWh,
                blueWh + other.blueWh,
                unknownWh + other.unknownWh,
                chargedWh + other.chargedWh);
    }

    /** Wh delivered. */
    public double deliveredWh() {
        return redWh + whiteWh + blueWh + unknownWh;
    }

    /** Whether it tells of one day. */
    public boolean oneDay() {
        return from.plusDays(1).equals(until);
    }
}
