package pilotempo.ui.automation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.ui.component.FileExport;
import pilotempo.ui.component.Texts;

/**
 * A replay as CSV: a line a month, EUR with a decimal point; the sum is left to whoever reads it.
 */
record ReplayCsv(BacktestReport report, Texts texts) implements FileExport {
    private static final String HEADER =
            "month,days,without_batteries_eur,auto_alone_eur,strategy_eur,saved_by_auto_eur,"
                    + "saved_eur,red_days,red_days_met\n";

    @Override
    public String name() {
        var last = report.to().minusDays(1);
        return "pilotempo-%s-%s-%s.csv".formatted(report.strategy(), report.from(), last);
    }

    @Override
    public long total() {
        return report.months().size();
    }

    @Override
    public long write(OutputStream out, LongConsumer progress) throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        long written = 0;
        for (var month : report.months()) {
            out.write(line(month).getBytes(StandardCharsets.UTF_8));
            progress.accept(++written);
        }
        return written;
    }

    private static String line(Month month) {
        return String.join(
                        ",",
                        month.month().toString(),
                        Integer.toString(month.days()),
                        money(month.withoutBatteries()),
                        money(month.autoAlone()),
                        money(month.strategy()),
                        money(month.savedByAuto()),
                        money(month.saved()),
                        Integer.toString(month.redDays()),
                        Integer.toString(month.redDaysMet()))
                + "\n";
    }

    private static String money(BigDecimal euros) {
        return euros.toPlainString();
    }

    @Override
    public String going(long written) {
        return texts.get("replay.csv.goes", written);
    }

    @Override
    public String done(long written, String file) {
        return texts.get("replay.csv.done", written, file);
    }
}
