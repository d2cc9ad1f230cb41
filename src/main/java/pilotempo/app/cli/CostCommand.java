package pilotempo.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;

/** What energy cost and what the batteries saved. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description = "What charging cost, and what the batteries saved.")
final class CostCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description = "first Tempo day (06:00 to 06:00) or instant (default: the first)")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "WHEN",
            description = "Tempo day or instant to stop before")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            description = "day, month or season (default: month)")
    private String by = "month";

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    CostCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var period = period();
        return host.withDesk(options, desk -> print(desk, period));
    }

    private int print(OpenDesk desk, CostQuery.By period) throws Exception {
        var clock = new TempoClock(desk.engine().zone());
        var begin = from == null ? null : Moments.tempoDay("--from", from, clock);
        var end = to == null ? null : Moments.tempoDay("--to", to, clock);
        if (begin != null && end != null && !end.isAfter(begin)) {
            throw CommandProblem.wrong("--to " + to + " is not after --from " + from);
        }
        desk.history().flush();
        var query = new CostQuery(begin, end, period);
        var report = desk.engine().cost(query);
        if (askForColours(desk, report)) {
            report = desk.engine().cost(query);
        }
        if (json) {
            CostOutput.json(host.out(), report, period);
        } else {
            CostOutput.text(host.out(), report, period);
        }
        return 0;
    }

    /** Asks once for the seasons of days without a colour; tells whether anybody was asked. */
    private static boolean askForColours(OpenDesk desk, CostReport report)
            throws InterruptedException {
        var seasons =
                report.daysUnpriced().stream()
                        .filter(day -> desk.colours().day(day).colour() == null)
                        .map(TempoSeason::of)
                        .distinct()
                        .toList();
        for (var season : seasons) {
            desk.colours().refresh(season);
            if (desk.colours().lastProblem().isPresent()) {
                break; // each would wait as long in vain
            }
        }
        return !seasons.isEmpty();
    }

    private CostQuery.By period() throws CommandProblem {
        return switch (by) {
            case "day" -> CostQuery.By.DAY;
            case "month" -> CostQuery.By.MONTH;
            case "season" -> CostQuery.By.SEASON;
            default ->
                    throw CommandProblem.wrong("--by '" + by + "' is none of day, month, season");
        };
    }
}
