package pilotempo.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.engine.Engine;
import pilotempo.history.BatterySeries;
import pilotempo.history.DayEnergy;
import pilotempo.history.Range;
import pilotempo.history.Step;
import pilotempo.ui.chart.ChartModel;
import pilotempo.ui.chart.Curve;
import pilotempo.ui.chart.CurveSum;
import pilotempo.ui.chart.EnergyBar;
import pilotempo.ui.chart.Lane;
import pilotempo.ui.chart.TariffBands;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/**
 * What the view shows of a window.
 *
 * @param chart for the chart
 * @param deliveredWh Wh delivered in the window; null when nothing is known
 * @param chargedWh Wh charged
 * @param redWh of what was delivered, on red days; null where there are no bars
 * @param coverage share of the window so far of which data is known, 0 to 1, mean of the batteries
 * @param step how finely it was read
 * @param first instant of the first reading of all
 * @param empty whether nothing at all is known of the window
 */
record HistoryState(
        ChartModel chart,
        @Nullable Double deliveredWh,
        @Nullable Double chargedWh,
        @Nullable Double redWh,
        double coverage,
        Step step,
        Instant first,
        boolean empty) {
    /** From an answer; pure but for reading colours and prices that are in memory. */
    static HistoryState of(
            HistoryQuestion question, HistoryQuestion.Answer answer, UiContext context) {
        return new Maker(question, answer, context).make();
    }

    private static final class Maker {
        private final HistoryQuestion question;
        private final HistoryQuestion.Answer answer;
        private final Engine engine;
        private final Texts texts;
        private final boolean kiosk;
        private final List<Curve> powers = new ArrayList<>();
        private final List<Curve> levels = new ArrayList<>();

        Maker(HistoryQuestion question, HistoryQuestion.Answer answer, UiContext context) {
            this.question = question;
            this.answer = answer;
            engine = context.engine();
            texts = context.texts("pilotempo.ui.history.History");
            kiosk = context.kiosk();
            var range = answer.range();
            for (var series : range.series()) {
                powers.add(
                        Curve.of(
                                series,
                                range.gapAfter(),
                                Quantity.POWER_W,
                                Quantity.ONGRID_POWER_W));
                levels.add(Curve.of(series, range.gapAfter(), Quantity.SOC_PCT));
            }
        }

        HistoryState make() {
            var window = question.shown().window();
            var lanes = question.curves() ? curves() : energies();
            boolean nothing =
                    powers.stream().allMatch(Curve::isEmpty)
                            && levels.stream().allMatch(Curve::isEmpty)
                            && answer.days().stream().allMatch(List::isEmpty);
            var zone = engine.zone();
            var chart =
                    new ChartModel(
                            window.from(),
                            window.to(),
                            window.from(),
                            window.to(),
                            question.now(),
                            question.curves()
                                    ? TariffBands.days(
                                            engine.colours(), window.from(), window.to(), zone)
                                    : List.of(),
                            question.curves()
                                    ? TariffBands.stretches(
                                            engine.tariff(),
                                            engine.colours(),
                                            engine.prices(),
                                            window.from(),
                                            window.to(),
                                            zone)
                                    : List.of(),
                            !question.bars(),
                            lanes,
                            note(answer.range()));
            var bars = question.bars() ? bars(allDays()) : List.<EnergyBar>of();
            return new HistoryState(
                    chart,
                    nothing ? null : delivered(bars),
                    nothing ? null : charged(bars),
                    bars.isEmpty() ? null : bars.stream().mapToDouble(EnergyBar::redWh).sum(),
                    coverage(),
                    answer.range().step(),
                    answer.first(),
                    nothing);
        }

        private List<Lane> curves() {
            var lanes = new ArrayList<Lane>();
            boolean level = !kiosk || !question.bars();
            if (question.shown().perBattery()) {
                boolean levelToo = level && question.batteries().size() <= 4;
                for (int i = 0; i < powers.size(); i++) {
                    var name = question.batteries().get(i).name();
                    lanes.add(new Lane.Power(name, 2, powers.get(i)));
                    if (levelToo) {
                        lanes.add(new Lane.Level(name, 1.1, levels.get(i), null));
                    }
                }
                return lanes;
            }
            lanes.add(new Lane.Power("", 2, CurveSum.power(powers)));
            if (level) {
                lanes.add(new Lane.Level("", 1.1, level(), null));
            }
            if (question.bars()) {
                lanes.add(new Lane.Energy("", kiosk ? 2 : 1.7, bars(answer.days().getFirst())));
            }
            return lanes;
        }

        private List<Lane> energies() {
            var lanes = new ArrayList<Lane>();
            if (question.shown().perBattery()) {
                for (int i = 0; i < answer.days().size(); i++) {
                    var name = question.batteries().get(i).name();
                    lanes.add(new Lane.Energy(name, 1, bars(answer.days().get(i))));
                }
                return lanes;
            }
            lanes.add(new Lane.Energy("", 1.1, bars(answer.days().getFirst())));
            lanes.add(new Lane.Level("", 1, level(), null));
            return lanes;
        }

        private Curve level() {
            var weights =
                    question.batteries().stream()
                            .mapToDouble(HistoryQuestion.Battery::weight)
                            .toArray();
            return CurveSum.level(levels, weights);
        }

        private List<DayEnergy> allDays() {
            return answer.days().stream().flatMap(List::stream).toList();
        }

        private List<EnergyBar> bars(List<DayEnergy> days) {
            var window = question.shown().window();
            var from = window.from().atZone(engine.zone()).toLocalDate();
            var until = window.to().minusMillis(1).atZone(engine.zone()).toLocalDate().plusDays(1);
            return EnergyBar.of(days, engine.colours(), from, until);
        }

        private @Nullable Double delivered(List<EnergyBar> bars) {
            return question.bars()
                    ? (Double) bars.stream().mapToDouble(EnergyBar::deliveredWh).sum()
                    : sum(answer.energy(), true);
        }

        private @Nullable Double charged(List<EnergyBar> bars) {
            return question.bars()
                    ? (Double) bars.stream().mapToDouble(EnergyBar::chargedWh).sum()
                    : sum(answer.energy(), false);
        }

        /** Null when no bucket's energy is known, as of raw readings. */
        private static @Nullable Double sum(Range range, boolean out) {
            double sum = 0;
            boolean known = false;
            for (BatterySeries series : range.series()) {
                for (double wh : out ? series.energyOutWh() : series.energyInWh()) {
                    if (Double.isFinite(wh)) {
                        sum += wh;
                        known = true;
                    }
                }
            }
            return known ? sum : null;
        }

        private double coverage() {
            var from = question.shown().window().from();
            if (answer.first().isAfter(from)) {
                from = answer.first();
            }
            var to = question.shown().window().to();
            var until = to.isAfter(question.now()) ? question.now() : to;
            double sum = 0;
            for (int i = 0; i < powers.size(); i++) {
                var told = powers.get(i).isEmpty() ? levels.get(i) : powers.get(i);
                sum += told.coverage(from, until);
            }
            return powers.isEmpty() ? 0 : sum / powers.size();
        }

        private String note(Range range) {
            if (!question.curves()) {
                return question.shown().perBattery() ? "" : texts.get("note.energy");
            }
            var bucket = range.bucket();
            if (bucket.isZero()) {
                return texts.get("note.raw");
            }
            return texts.get("note.band", words(bucket));
        }

        private String words(Duration bucket) {
            long minutes = bucket.toMinutes();
            return minutes < 60
                    ? minutes + "\u00a0min"
                    : minutes / 60 + "\u00a0h" + (minutes % 60 == 0 ? "" : "\u00a0" + minutes % 60);
        }
    }
}
