package pilotempo.ui.chart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TariffView;

/**
 * What a chart shows. Immutable.
 *
 * @param from begin of the window
 * @param to end of the window, after {@code from}
 * @param loadedFrom from where on the curves were asked for: before it nothing is said of gaps
 * @param loadedTo to where
 * @param now what lies after it is not missing, it has not been yet
 * @param days the Tempo days of the strip on top; empty = no strip
 * @param tariff stretches of one price, for HC shading and the price at the cross-hair; may be
 *     empty
 * @param shadeOffPeak whether HC hours are shaded and HP and HC written
 * @param lanes from top to bottom
 * @param note a remark at the right of the legend, empty = none
 * @param comparison what the lanes' earlier curves and bars are of; null = there are none
 */
public record ChartModel(
        Instant from,
        Instant to,
        Instant loadedFrom,
        Instant loadedTo,
        Instant now,
        List<DayColour> days,
        List<TariffView.Stretch> tariff,
        boolean shadeOffPeak,
        List<Lane> lanes,
        String note,
        @Nullable Comparison comparison) {
    /** Copies the lists. */
    public ChartModel {
        days = List.copyOf(days);
        tariff = List.copyOf(tariff);
        lanes = List.copyOf(lanes);
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("window ends at " + to + ", not after " + from);
        }
    }

    /** Compared with nothing. */
    public ChartModel(
            Instant from,
            Instant to,
            Instant loadedFrom,
            Instant loadedTo,
            Instant now,
            List<DayColour> days,
            List<TariffView.Stretch> tariff,
            boolean shadeOffPeak,
            List<Lane> lanes,
            String note) {
        this(from, to, loadedFrom, loadedTo, now, days, tariff, shadeOffPeak, lanes, note, null);
    }

    /** The same data in another window. */
    public ChartModel window(Instant newFrom, Instant newTo) {
        return new ChartModel(
                newFrom,
                newTo,
                loadedFrom,
                loadedTo,
                now,
                days,
                tariff,
                shadeOffPeak,
                lanes,
                note,
                comparison);
    }

    /** Until when data can be missing: the window's and the data's end, and not after now. */
    long knowableUntil() {
        var end = to.isBefore(loadedTo) ? to : loadedTo;
        return (end.isBefore(now) ? end : now).toEpochMilli();
    }

    /** From when on data can be missing. */
    long knowableFrom() {
        return (from.isAfter(loadedFrom) ? from : loadedFrom).toEpochMilli();
    }

    /** The curves of the lanes, in order. */
    List<Curve> curves() {
        return lanes.stream()
                .<Curve>mapMulti(
                        (lane, each) -> {
                            switch (lane) {
                                case Lane.Power power -> each.accept(power.curve());
                                case Lane.Level level -> each.accept(level.curve());
                                case Lane.Energy _ -> {}
                            }
                        })
                .toList();
    }
}
