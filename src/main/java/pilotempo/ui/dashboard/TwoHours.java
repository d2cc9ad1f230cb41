package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.engine.Engine;
import pilotempo.history.RangeQuery;
import pilotempo.ui.component.Sparkline;

/** The last two hours of each battery's power. */
final class TwoHours {
    static final Duration SPAN = Duration.ofHours(2);

    private static final int MOST_POINTS = 360;

    private TwoHours() {}

    /** The question to the history, to be asked off the FX thread. */
    static Callable<Map<Mac, Sparkline.Curve>> question(
            Engine engine, List<Mac> batteries, Instant now) {
        return () -> {
            var from = now.minus(SPAN);
            var range =
                    engine.range(
                            new RangeQuery(
                                    batteries, from, now, Set.of(Quantity.POWER_W), MOST_POINTS));
            var curves = new HashMap<Mac, Sparkline.Curve>();
            for (var series : range.series()) {
                var band = series.bands().get(Quantity.POWER_W);
                if (band != null) {
                    curves.put(
                            series.battery(),
                            new Sparkline.Curve(
                                    series.times(),
                                    band.mean(),
                                    from.toEpochMilli(),
                                    now.toEpochMilli(),
                                    range.gapAfter().toMillis()));
                }
            }
            return curves;
        };
    }
}
