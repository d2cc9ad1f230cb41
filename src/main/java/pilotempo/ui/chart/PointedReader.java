package pilotempo.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.chart.PointedValues.Row;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/** Reads the lanes' values at one instant. */
final class PointedReader {
    private final ChartModel model;
    private final Instant at;
    private final Formats formats;
    private final Texts texts;
    private final Words words;
    private final List<Row> rows = new ArrayList<>();
    private final boolean several;

    PointedReader(ChartModel model, Instant at, Formats formats, Texts texts) {
        this.model = model;
        this.at = at;
        this.formats = formats;
        this.texts = texts;
        words = new Words(formats);
        several = model.lanes().stream().map(Lane::name).distinct().count() > 1;
    }

    PointedValues read() {
        var title = ChartDates.dateAndTime(at, formats);
        boolean bars = model.lanes().getFirst() instanceof Lane.Energy;
        for (var lane : model.lanes()) {
            switch (lane) {
                case Lane.Power power -> power(power);
                case Lane.Level level -> level(level, !bars);
                case Lane.Energy energy -> {
                    var bar = bars ? bar(energy.bars()) : null;
                    if (bar != null) {
                        title = title(bar);
                        energy(energy, bar);
                    }
                }
            }
        }
        if (!bars) {
            price();
        }
        return new PointedValues(title, before(), List.copyOf(rows));
    }

    private String before() {
        var comparison = model.comparison();
        if (comparison == null) {
            return "";
        }
        var earlier = comparison.period().back(at).atZone(formats.zone()).toLocalDate();
        boolean otherYear = earlier.getYear() != at.atZone(formats.zone()).getYear();
        return ChartDates.day(earlier, formats) + (otherYear ? " " + earlier.getYear() : "");
    }

    private void power(Lane.Power lane) {
        var curve = lane.curve();
        int i = curve.at(at.toEpochMilli());
        var earlier = watts(lane.before());
        if (i < 0) {
            var label = several && !lane.name().isEmpty() ? lane.name() : texts.get("power");
            add("", label, Formats.UNKNOWN, earlier);
            return;
        }
        double watts = curve.mean()[i];
        var tone = Tone.ofPower(watts);
        var token =
                switch (tone) {
                    case CHARGE -> "charge";
                    case DISCHARGE -> "discharge";
                    default -> "house";
                };
        var value = formats.wattsWithUnit(Math.abs(watts));
        var direction = words.direction(tone);
        if (several) {
            add(token, lane.name(), direction + " " + value, earlier);
        } else {
            add(token, direction, value, earlier);
            if (curve.greatest()[i] - curve.least()[i] >= 1) {
                add(token, texts.get("minMax"), range(curve.least()[i], curve.greatest()[i]), "");
            }
        }
        if (curve.known()[i] < curve.outOf()) {
            var counted = texts.get("outOf", curve.known()[i], curve.outOf());
            add("", texts.get("counted"), counted, "");
        }
    }

    /** With its direction, which need not be the present one's. */
    private String watts(Curve before) {
        int i = before.at(at.toEpochMilli());
        if (i < 0) {
            return model.comparison() == null ? "" : Formats.UNKNOWN;
        }
        double watts = before.mean()[i];
        var arrow =
                switch (Tone.ofPower(watts)) {
                    case CHARGE -> "↓ ";
                    case DISCHARGE -> "↑ ";
                    default -> "";
                };
        return arrow + formats.wattsWithUnit(Math.abs(watts));
    }

    /** Both as sizes where they have one direction. */
    private String range(double least, double greatest) {
        double low = greatest <= 0 ? -greatest : least;
        double high = greatest <= 0 ? -least : greatest;
        return formats.watts(low) + " – " + formats.wattsWithUnit(high);
    }

    private void level(Lane.Level lane, boolean brief) {
        var curve = lane.curve();
        int i = curve.at(at.toEpochMilli());
        int old = lane.before().at(at.toEpochMilli());
        var earlier =
                old >= 0
                        ? formats.percentWithUnit(lane.before().mean()[old])
                        : model.comparison() == null ? "" : Formats.UNKNOWN;
        if (i < 0) {
            add("fg", texts.get("level"), Formats.UNKNOWN, earlier);
            return;
        }
        var value = formats.percentWithUnit(curve.mean()[i]);
        if (!brief && curve.greatest()[i] - curve.least()[i] >= 1) {
            value +=
                    " ("
                            + formats.number(curve.least()[i], 0)
                            + " – "
                            + formats.percentWithUnit(curve.greatest()[i])
                            + ")";
        }
        add("fg", texts.get("level"), value, earlier);
    }

    private void price() {
        for (var stretch : model.tariff()) {
            if (!at.isBefore(stretch.from()) && at.isBefore(stretch.until())) {
                var price = stretch.eurPerKwh();
                var colour = stretch.day().colour();
                if (price != null && colour != null) {
                    add(
                            StripPainter.token(colour),
                            texts.get("price"),
                            formats.priceWithUnit(price),
                            "");
                }
            }
        }
    }

    private @Nullable EnergyBar bar(List<EnergyBar> bars) {
        var date = at.atZone(formats.zone()).toLocalDate();
        return bars.stream()
                .filter(bar -> !date.isBefore(bar.from()) && date.isBefore(bar.until()))
                .findFirst()
                .orElse(null);
    }

    private String title(EnergyBar bar) {
        if (bar.oneDay()) {
            return formats.shortDate(bar.from());
        }
        return bar.from().plusWeeks(1).equals(bar.until())
                ? texts.get("weekOf", ChartDates.day(bar.from(), formats))
                : formats.month(bar.from());
    }

    private void energy(Lane.Energy lane, EnergyBar bar) {
        var old = bar(lane.before());
        var none = model.comparison() == null ? "" : Formats.UNKNOWN;
        if (several) {
            var earlier = old == null ? none : kwh(old.deliveredWh());
            var both = kwh(bar.deliveredWh()) + " / " + kwh(bar.chargedWh());
            add("", lane.name(), both, earlier);
            return;
        }
        if (old != null) {
            add(
                    "discharge",
                    texts.get("delivered"),
                    kwh(bar.deliveredWh()),
                    kwh(old.deliveredWh()));
        }
        colour("tempo-blue", TempoColour.BLUE, bar.blueWh());
        colour("tempo-white", TempoColour.WHITE, bar.whiteWh());
        colour("tempo-red", TempoColour.RED, bar.redWh());
        if (bar.unknownWh() > 0) {
            add("", texts.get("noColour"), kwh(bar.unknownWh()), "");
        }
        add(
                "charge",
                texts.get("charged"),
                kwh(bar.chargedWh()),
                old == null ? none : kwh(old.chargedWh()));
    }

    private void colour(String token, TempoColour colour, double wh) {
        if (wh > 0) {
            add(token, words.colour(colour), kwh(wh), "");
        }
    }

    /** As the bars are labelled. */
    private String kwh(double wattHours) {
        return formats.number(wattHours / 1000, 1) + Formats.NBSP + "kWh";
    }

    private void add(String token, String label, String value, String before) {
        rows.add(new Row(token, label, value, before));
    }
}
