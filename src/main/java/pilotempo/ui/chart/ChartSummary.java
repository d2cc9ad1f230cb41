package pilotempo.ui.chart;

import java.util.ArrayList;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;

/** A chart in words, for those who don't see it. */
final class ChartSummary {
    private ChartSummary() {}

    static String of(ChartModel model, Formats formats, Texts texts) {
        var sentences = new ArrayList<String>();
        sentences.add(
                texts.get(
                        "summary.window",
                        ChartDates.dateAndTime(model.from(), formats),
                        ChartDates.dateAndTime(model.to(), formats)));
        for (var lane : model.lanes()) {
            var name = lane.name().isEmpty() ? texts.get("summary.all") : lane.name();
            switch (lane) {
                case Lane.Power power ->
                        sentences.add(power(name, power.curve(), model, formats, texts));
                case Lane.Level level ->
                        sentences.add(level(name, level.curve(), model, formats, texts));
                case Lane.Energy energy -> sentences.add(energy(name, energy, formats, texts));
            }
        }
        return String.join(" ", sentences);
    }

    private static String power(
            String name, Curve curve, ChartModel model, Formats formats, Texts texts) {
        double greatest = 0;
        double least = 0;
        int begin = curve.firstAtOrAfter(model.from().toEpochMilli());
        int end = curve.firstAtOrAfter(model.to().toEpochMilli());
        for (int i = begin; i < end; i++) {
            greatest = Math.max(greatest, curve.greatest()[i]);
            least = Math.min(least, curve.least()[i]);
        }
        var words =
                begin == end
                        ? texts.get("summary.none", name)
                        : texts.get(
                                "summary.power",
                                name,
                                formats.wattsWithUnit(greatest),
                                formats.wattsWithUnit(-least));
        int gaps =
                Gap.of(
                                curve,
                                model.knowableFrom(),
                                Math.max(model.knowableFrom(), model.knowableUntil()))
                        .size();
        return gaps == 0 || begin == end ? words : words + " " + texts.get("summary.gaps", gaps);
    }

    private static String level(
            String name, Curve curve, ChartModel model, Formats formats, Texts texts) {
        int end = curve.firstAtOrAfter(model.to().toEpochMilli());
        int begin = curve.firstAtOrAfter(model.from().toEpochMilli());
        return begin == end
                ? texts.get("summary.none", name)
                : texts.get(
                        "summary.level",
                        name,
                        formats.percentWithUnit(curve.mean()[begin]),
                        formats.percentWithUnit(curve.mean()[end - 1]));
    }

    private static String energy(String name, Lane.Energy lane, Formats formats, Texts texts) {
        double out = lane.bars().stream().mapToDouble(EnergyBar::deliveredWh).sum();
        double in = lane.bars().stream().mapToDouble(EnergyBar::chargedWh).sum();
        return texts.get("summary.energy", name, formats.kwhWithUnit(out), formats.kwhWithUnit(in));
    }
}
