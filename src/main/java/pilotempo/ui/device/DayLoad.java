package pilotempo.ui.device;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.engine.Engine;
import pilotempo.history.RangeQuery;
import pilotempo.ui.chart.ChartModel;
import pilotempo.ui.chart.Curve;
import pilotempo.ui.chart.Lane;
import pilotempo.ui.chart.TariffBands;
import pilotempo.ui.component.Texts;

/**
 * Reads one local day of one battery.
 *
 * @param battery whose
 * @param day local calendar day
 * @param texts words of the page
 */
record DayLoad(Mac battery, LocalDate day, Texts texts) {
    private static final int MOST_POINTS = 1_500;

    /**
     * What came.
     *
     * @param chart for the chart
     * @param first instant of the first reading of all
     * @param empty whether nothing is known of the day
     */
    record Loaded(ChartModel chart, Instant first, boolean empty) {}

    /** Waits. */
    Loaded read(Engine engine) throws InterruptedException {
        var zone = engine.zone();
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var wanted = EnumSet.of(Quantity.POWER_W, Quantity.ONGRID_POWER_W, Quantity.SOC_PCT);
        var range = engine.range(new RangeQuery(List.of(battery), from, to, wanted, MOST_POINTS));
        var power = Curve.EMPTY;
        var level = Curve.EMPTY;
        for (var series : range.series()) {
            power = Curve.of(series, range.gapAfter(), Quantity.POWER_W, Quantity.ONGRID_POWER_W);
            level = Curve.of(series, range.gapAfter(), Quantity.SOC_PCT);
        }
        var colours = engine.colours();
        var chart =
                new ChartModel(
                        from,
                        to,
                        from,
                        to,
                        engine.now(),
                        TariffBands.days(colours, from, to, zone),
                        TariffBands.stretches(
                                engine.tariff(), colours, engine.prices(), from, to, zone),
                        true,
                        List.of(new Lane.Power("", 2, power), new Lane.Level("", 1.1, level, null)),
                        note(range.bucket()));
        return new Loaded(chart, engine.firstReading(), power.isEmpty() && level.isEmpty());
    }

    private String note(Duration bucket) {
        return bucket.isZero()
                ? texts.get("note.raw")
                : texts.get("note.band", bucket.toMinutes() + "\u00a0min");
    }
}
