package pilotempo.ui.tempo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.CostReport.Line;
import pilotempo.engine.Engine;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.Formats;

/**
 * What a season cost and saved by colour, ready to show. Energy in kWh and money in EUR without
 * their units, "—" where unknown.
 *
 * @param rows one a colour; empty when there is nothing to show
 * @param total what was saved in all, of the days whose price is known
 * @param note what has to be said below; may be empty
 */
record CostState(List<Row> rows, String total, String note) {
    /** Copies the list. */
    CostState {
        rows = List.copyOf(rows);
    }

    /** The days of one colour. */
    record Row(
            TempoColour colour,
            String word,
            String days,
            String charged,
            String delivered,
            String cost,
            String avoided,
            String saved) {}

    /** The history can't be read. */
    static CostState failed(TempoWords words) {
        return new CostState(List.of(), "", words.texts().get("costs.failed"));
    }

    /** The question to the engine, to be asked off the FX thread. */
    static Callable<CostState> question(Engine engine, TempoSeason season, TempoWords words) {
        var query =
                CostQuery.days(
                        new TempoClock(engine.zone()),
                        season.firstDay(),
                        season.lastDay().plusDays(1),
                        CostQuery.By.DAY);
        return () -> of(engine.cost(query), words);
    }

    /** From a season's days. */
    static CostState of(CostReport season, TempoWords words) {
        if (season.rows().isEmpty()) {
            return new CostState(List.of(), "", words.texts().get("costs.nothing"));
        }
        var rows = Stream.of(TempoColour.values()).map(colour -> row(colour, season, words));
        var priced =
                season.rows().stream()
                        .map(CostReport.Row::line)
                        .filter(line -> line.all().saved() != null)
                        .reduce(Line.NOTHING, Line::plus);
        return new CostState(
                rows.toList(),
                words.formats().eurosWithUnit(priced.all().saved()),
                note(season, priced, words));
    }

    private static Row row(TempoColour colour, CostReport season, TempoWords words) {
        var formats = words.formats();
        var sums = season.byColour().getOrDefault(colour, Line.NOTHING).all();
        long days = season.rows().stream().filter(row -> row.colour() == colour).count();
        return new Row(
                colour,
                words.colour(colour),
                formats.number((double) days, 0),
                formats.kwh(sums.chargedWh()),
                formats.kwh(sums.deliveredWh()),
                formats.euros(sums.chargeCost()),
                formats.euros(sums.avoidedCost()),
                formats.euros(sums.saved()));
    }

    private static String note(CostReport season, Line priced, TempoWords words) {
        var formats = words.formats();
        var parts = new ArrayList<String>();
        parts.add(
                words.texts()
                        .get(
                                "costs.periods",
                                signed(priced.hp().saved(), formats),
                                signed(priced.hc().saved(), formats)));
        int unpriced = season.daysUnpriced().size();
        if (unpriced > 0) {
            parts.add(words.texts().get("costs.without", unpriced));
        }
        return String.join(" ", parts);
    }

    private static String signed(@Nullable BigDecimal amount, Formats formats) {
        var text = formats.eurosWithUnit(amount);
        return amount != null && amount.signum() > 0 ? "+" + text : text;
    }
}
