package pilotempo.ui.automation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestReport.Month;

/**
 * A past season run again, ready to show. Money in EUR.
 *
 * @param title of the chart of what was saved
 * @param costTitle of the chart of what was paid
 * @param strategy the strategy's name
 * @param bars one a month
 * @param tiles the totals
 * @param head titles of the table's columns
 * @param rows of the table, the total last
 * @param note what it was calculated on
 * @param brief the same, in a line
 */
record ReplayState(
        String title,
        String costTitle,
        String strategy,
        List<Bars> bars,
        List<Tile> tiles,
        List<String> head,
        List<List<String>> rows,
        String note,
        String brief) {
    ReplayState {
        bars = List.copyOf(bars);
        tiles = List.copyOf(tiles);
        rows = List.copyOf(rows);
    }

    /**
     * A month's bars.
     *
     * @param month its short name
     * @param without paid without batteries
     * @param auto paid with batteries in Auto
     * @param strategy paid with the strategy
     */
    record Bars(String month, double without, double auto, double strategy) {
        double savedByAuto() {
            return without - auto;
        }

        double saved() {
            return without - strategy;
        }
    }

    /** A total: its name, the number and its unit. */
    record Tile(String name, String number, String unit) {}

    static ReplayState of(BacktestReport report, ActionWords words) {
        var texts = words.texts();
        var formats = words.formats();
        var strategy = words.strategy(report.strategy());
        var first = formats.month(report.from());
        var last = formats.month(report.to().minusDays(1));
        var total = report.total();
        return new ReplayState(
                texts.get("replay.saved.title", first, last),
                texts.get("replay.paid.title", first, last),
                strategy,
                report.months().stream().map(month -> bars(month, words)).toList(),
                List.of(
                        tile(texts.get("replay.by", strategy), total.saved(), words),
                        tile(texts.get("replay.auto"), total.savedByAuto(), words),
                        tile(
                                texts.get("replay.gain"),
                                total.saved().subtract(total.savedByAuto()),
                                words),
                        tile(texts.get("replay.without"), total.withoutBatteries(), words),
                        new Tile(
                                texts.get("replay.red"),
                                Integer.toString(total.redDaysMet()),
                                "/ " + total.redDays())),
                head(words, strategy),
                rows(report, words),
                note(report, words),
                texts.get(
                        report.recorded() ? "replay.brief.recorded" : "replay.brief.simulated",
                        report.batteries(),
                        report.daysLeftOut()));
    }

    private static Bars bars(Month month, ActionWords words) {
        var name =
                DateTimeFormatter.ofPattern("MMM", words.formats().locale()).format(month.month());
        return new Bars(
                name,
                month.withoutBatteries().doubleValue(),
                month.autoAlone().doubleValue(),
                month.strategy().doubleValue());
    }

    private static Tile tile(String name, BigDecimal euros, ActionWords words) {
        return new Tile(name, money(euros, words), "€");
    }

    private static String money(BigDecimal euros, ActionWords words) {
        return words.formats().number(euros.doubleValue(), 2);
    }

    private static List<String> head(ActionWords words, String strategy) {
        var texts = words.texts();
        return List.of(
                texts.get("replay.month"),
                texts.get("replay.days"),
                texts.get("replay.without"),
                texts.get("replay.auto.paid"),
                strategy,
                texts.get("replay.auto.saved"),
                texts.get("replay.strategy.saved"),
                texts.get("replay.red"));
    }

    private static List<List<String>> rows(BacktestReport report, ActionWords words) {
        var rows = new java.util.ArrayList<List<String>>();
        for (var month : report.months()) {
            rows.add(row(name(month.month(), words), month, words));
        }
        rows.add(row(words.texts().get("replay.total"), report.total(), words));
        return rows;
    }

    private static String name(YearMonth month, ActionWords words) {
        return words.formats().month(month.atDay(1));
    }

    private static List<String> row(String name, Month month, ActionWords words) {
        return List.of(
                name,
                Integer.toString(month.days()),
                money(month.withoutBatteries(), words),
                money(month.autoAlone(), words),
                money(month.strategy(), words),
                money(month.savedByAuto(), words),
                money(month.saved(), words),
                month.redDaysMet() + " / " + month.redDays());
    }

    private static String note(BacktestReport report, ActionWords words) {
        var texts = words.texts();
        var house =
                texts.get(
                        report.recorded() ? "replay.note.recorded" : "replay.note.simulated",
                        report.batteries(),
                        words.formats().kwhWithUnit(report.capacityWh()));
        return report.daysLeftOut() == 0
                ? house
                : house + " " + texts.get("replay.note.left", report.daysLeftOut());
    }
}
