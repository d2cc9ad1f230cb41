package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.tempo.TempoSeason;

/** Writes what a strategy would have saved: for scripts and for people. */
final class BacktestOutput {
    private static final int DECIMALS = 4;
    private static final String COLUMNS = "%-10s%6s%14s%12s%12s%14s%12s%8s%n";

    private BacktestOutput() {}

    static void json(OutputStream out, TempoSeason season, BacktestReport report)
            throws IOException {
        Json.print(out, document -> document(document, season, report));
    }

    private static void document(JsonGenerator json, TempoSeason season, BacktestReport report)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("season", season.label());
        json.writeStringField("strategy", report.strategy());
        json.writeStringField("from", report.from().toString());
        json.writeStringField("to", report.to().toString());
        json.writeBooleanField("recorded", report.recorded());
        json.writeNumberField("batteries", report.batteries());
        json.writeNumberField("capacity_wh", Math.round(report.capacityWh()));
        json.writeNumberField("days_left_out", report.daysLeftOut());
        json.writeStringField("currency", "EUR");
        json.writeArrayFieldStart("months");
        for (var month : report.months()) {
            json.writeStartObject();
            json.writeStringField("month", month.month().toString());
            sums(json, month);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("total");
        sums(json, report.total());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void sums(JsonGenerator json, Month month) throws IOException {
        json.writeNumberField("days", month.days());
        money(json, "without_batteries", month.withoutBatteries());
        money(json, "auto_alone", month.autoAlone());
        money(json, "strategy", month.strategy());
        money(json, "saved", month.saved());
        money(json, "saved_by_auto", month.savedByAuto());
        json.writeNumberField("red_days", month.redDays());
        json.writeNumberField("red_days_met", month.redDaysMet());
    }

    private static void money(JsonGenerator json, String name, BigDecimal eur) throws IOException {
        json.writeNumberField(name, eur.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    static void text(PrintWriter out, TempoSeason season, BacktestReport report) {
        out.println(
                "strategy "
                        + report.strategy()
                        + ", season "
                        + season.label()
                        + ", "
                        + report.batteries()
                        + (report.batteries() == 1 ? " battery" : " batteries")
                        + String.format(Locale.ROOT, " of %.1f kWh, ", report.capacityWh() / 1000)
                        + (report.recorded() ? "the recorded house" : "a simulated house"));
        out.printf(
                Locale.ROOT,
                COLUMNS,
                "month",
                "days",
                "none, EUR",
                "Auto",
                "strategy",
                "saved by Auto",
                "saved",
                "red");
        report.months().forEach(month -> line(out, month.month().toString(), month));
        line(out, "total", report.total());
        out.println(
                "Batteries begin at their reserve; what is left in them at the end of a month counts"
                        + " for the next, and at the end for nothing.");
        if (report.daysLeftOut() > 0) {
            out.println(
                    report.daysLeftOut()
                            + " days are left out: their colour, price or house is not known.");
        }
    }

    private static void line(PrintWriter out, String name, Month month) {
        out.printf(
                Locale.ROOT,
                COLUMNS,
                name,
                month.days(),
                eur(month.withoutBatteries()),
                eur(month.autoAlone()),
                eur(month.strategy()),
                eur(month.savedByAuto()),
                eur(month.saved()),
                month.redDaysMet() + "/" + month.redDays());
    }

    private static String eur(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
