package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.CostReport.Line;
import pilotempo.cost.Sums;
import pilotempo.tempo.TempoColour;

/** Writes what energy cost: for scripts and for people. */
final class CostOutput {
    private static final int WH_DECIMALS = 3;
    private static final int EUR_DECIMALS = 4;
    private static final String COLUMNS = "%-16s%12s%14s%14s%12s%12s%n";

    private CostOutput() {}

    static void json(OutputStream out, CostReport report, CostQuery.By by) throws IOException {
        Json.print(out, document -> document(document, report, by == CostQuery.By.DAY));
    }

    private static void document(JsonGenerator json, CostReport report, boolean byDay)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("currency", "EUR");
        json.writeArrayFieldStart("rows");
        for (var row : report.rows()) {
            json.writeStartObject();
            json.writeStringField("period", row.period());
            if (byDay) {
                var colour = row.colour();
                Json.text(json, "colour", colour == null ? null : colour.name());
            }
            line(json, row.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("total");
        line(json, report.total());
        json.writeEndObject();
        json.writeObjectFieldStart("by_colour");
        for (var colour : TempoColour.values()) {
            json.writeObjectFieldStart(colour.name());
            line(json, report.byColour().getOrDefault(colour, Line.NOTHING));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("unpriced_days");
        for (var day : report.daysUnpriced()) {
            json.writeString(day.toString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Line line) throws IOException {
        sums(json, line.all());
        json.writeObjectFieldStart("hp");
        sums(json, line.hp());
        json.writeEndObject();
        json.writeObjectFieldStart("hc");
        sums(json, line.hc());
        json.writeEndObject();
    }

    private static void sums(JsonGenerator json, Sums sums) throws IOException {
        energy(json, "charged_wh", sums.chargedWh());
        energy(json, "delivered_wh", sums.deliveredWh());
        money(json, "charge_cost", sums.chargeCost());
        money(json, "avoided_cost", sums.avoidedCost());
        money(json, "saved", sums.saved());
    }

    private static void energy(JsonGenerator json, String name, double wh) throws IOException {
        json.writeNumberField(
                name, BigDecimal.valueOf(wh).setScale(WH_DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static void money(JsonGenerator json, String name, @Nullable BigDecimal eur)
            throws IOException {
        if (eur == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, eur.setScale(EUR_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }

    static void text(OutputStream stream, CostReport report, CostQuery.By by) {
        var out = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
        if (report.rows().isEmpty()) {
            out.println("Nothing is recorded of that time.");
            return;
        }
        out.printf(
                COLUMNS,
                by.name().toLowerCase(Locale.ROOT),
                "charged kWh",
                "delivered kWh",
                "charging EUR",
                "avoided EUR",
                "saved EUR");
        for (var row : report.rows()) {
            var colour = row.colour();
            line(
                    out,
                    row.period()
                            + (colour == null ? "" : " " + colour.name().toLowerCase(Locale.ROOT)),
                    row.line().all());
        }
        line(out, "total", report.total().all());
        line(out, "  peak (HP)", report.total().hp());
        line(out, "  off-peak (HC)", report.total().hc());
        int unpriced = report.daysUnpriced().size();
        if (unpriced > 0) {
            out.println(
                    (unpriced == 1 ? "One day has" : unpriced + " days have")
                            + " no known colour or price: "
                            + report.daysUnpriced().getFirst()
                            + (unpriced == 1 ? "" : " to " + report.daysUnpriced().getLast())
                            + ". See 'pilotempo tempo' and tempo.prices in the settings.");
        }
    }

    private static void line(PrintWriter out, String name, Sums sums) {
        out.printf(
                COLUMNS,
                name,
                kwh(sums.chargedWh()),
                kwh(sums.deliveredWh()),
                eur(sums.chargeCost()),
                eur(sums.avoidedCost()),
                eur(sums.saved()));
    }

    private static String kwh(double wh) {
        return BigDecimal.valueOf(wh / 1000).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String eur(@Nullable BigDecimal eur) {
        return eur == null ? "—" : eur.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
