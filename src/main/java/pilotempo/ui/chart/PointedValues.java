package pilotempo.ui.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/**
 * What the cross-hair tells of one instant.
 *
 * @param title the instant, or the week or month of a bar
 * @param rows from top to bottom
 */
record PointedValues(String title, List<Row> rows) {
    /**
     * One value.
     *
     * @param token colour of its swatch, a token of the theme; empty = none
     * @param label what it is
     * @param value with its unit
     */
    record Row(String token, String label, String value) {}

    /** The values at an instant. */
    static PointedValues at(ChartModel model, Instant at, Formats formats, Texts texts) {
        var reader = new Reader(model, at, formats, texts);
        return reader.read();
    }

    private static final class Reader {
        private final ChartModel model;
        private final Instant at;
        private final Formats formats;
        private final Texts texts;
        private final Words words;
        private final List<Row> rows = new ArrayList<>();
        private final boolean several;

        Reader(ChartModel model, Instant at, Formats formats, Texts texts) {
            this.model = model;
            this.at = at;
            this.formats = formats;
            this.texts = texts;
            words = new Words(formats);
            several = model.lanes().stream().map(Lane::name).distinct().count() > 1;
        }

        PointedValues read() {
            var title = ChartDates.dateAndTime(at, formats);
            boolean powers = model.lanes().stream().anyMatch(Lane.Power.class::isInstance);
            for (var lane : model.lanes()) {
                switch (lane) {
                    case Lane.Power power -> power(power);
                    case Lane.Level level -> level(level, powers);
                    case Lane.Energy energy -> {
                        var bar = powers ? null : bar(energy);
                        if (bar != null) {
                            title = title(bar);
                            energy(energy.name(), bar);
                        }
                    }
                }
            }
            if (powers) {
                price();
            }
            return new PointedValues(title, List.copyOf(rows));
        }

        private void power(Lane.Power lane) {
            var curve = lane.curve();
            int i = curve.at(at.toEpochMilli());
            if (i < 0) {
                rows.add(new Row("", named(lane.name(), "power"), Formats.UNKNOWN));
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
            rows.add(
                    several
                            ? new Row(token, lane.name(), direction + " " + value)
                            : new Row(token, direction, value));
            boolean band = curve.greatest()[i] - curve.least()[i] >= 1;
            if (band && !several) {
                rows.add(
                        new Row(
                                token,
                                texts.get("minMax"),
                                range(curve.least()[i], curve.greatest()[i])));
            }
            known(curve, i);
        }

        /** Both as sizes where they have one direction. */
        private String range(double least, double greatest) {
            double low = greatest <= 0 ? -greatest : least;
            double high = greatest <= 0 ? -least : greatest;
            return formats.watts(low) + " – " + formats.wattsWithUnit(high);
        }

        private void known(Curve curve, int i) {
            if (curve.known()[i] < curve.outOf()) {
                rows.add(
                        new Row(
                                "",
                                texts.get("counted"),
                                texts.get("outOf", curve.known()[i], curve.outOf())));
            }
        }

        private void level(Lane.Level lane, boolean powers) {
            var curve = lane.curve();
            int i = curve.at(at.toEpochMilli());
            var label = named(lane.name(), "level");
            if (i < 0) {
                rows.add(new Row("fg", label, Formats.UNKNOWN));
                return;
            }
            var value = formats.percentWithUnit(curve.mean()[i]);
            if (!powers && curve.greatest()[i] - curve.least()[i] >= 1) {
                value +=
                        " ("
                                + formats.number(curve.least()[i], 0)
                                + " – "
                                + formats.percentWithUnit(curve.greatest()[i])
                                + ")";
            }
            rows.add(new Row("fg", label, value));
        }

        private String named(String name, String key) {
            return several && !name.isEmpty() && key.equals("power") ? name : texts.get(key);
        }

        private void price() {
            for (var stretch : model.tariff()) {
                if (!at.isBefore(stretch.from()) && at.isBefore(stretch.until())) {
                    price(stretch, stretch.eurPerKwh());
                }
            }
        }

        private void price(TariffView.Stretch stretch, @Nullable BigDecimal price) {
            var colour = stretch.day().colour();
            if (price != null && colour != null) {
                rows.add(
                        new Row(
                                StripPainter.token(colour),
                                texts.get("price"),
                                formats.number(price.doubleValue(), 4) + Formats.NBSP + "€"));
            }
        }

        private @Nullable EnergyBar bar(Lane.Energy lane) {
            var date = at.atZone(formats.zone()).toLocalDate();
            return lane.bars().stream()
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

        private void energy(String name, EnergyBar bar) {
            if (several) {
                var both =
                        formats.kwhWithUnit(bar.deliveredWh())
                                + " / "
                                + formats.kwhWithUnit(bar.chargedWh());
                rows.add(new Row("", name, both));
                return;
            }
            energy("tempo-blue", TempoColour.BLUE, bar.blueWh());
            energy("tempo-white", TempoColour.WHITE, bar.whiteWh());
            energy("tempo-red", TempoColour.RED, bar.redWh());
            if (bar.unknownWh() > 0) {
                rows.add(new Row("", texts.get("noColour"), formats.kwhWithUnit(bar.unknownWh())));
            }
            rows.add(new Row("charge", texts.get("charged"), formats.kwhWithUnit(bar.chargedWh())));
        }

        private void energy(String token, TempoColour colour, double wh) {
            if (wh > 0) {
                rows.add(new Row(token, words.colour(colour), formats.kwhWithUnit(wh)));
            }
        }
    }
}
