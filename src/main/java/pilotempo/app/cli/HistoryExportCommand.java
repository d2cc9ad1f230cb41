package pilotempo.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.battery.Mac;
import pilotempo.history.ExportRequest;
import pilotempo.history.Step;

/** Writes what was recorded to standard output. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what was recorded to standard output.")
final class HistoryExportCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description = "first instant or local day (default: the first)")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "WHEN",
            description = "instant or local day to stop before")
    private @Nullable String to;

    @Option(
            names = "--battery",
            paramLabel = "ID",
            description = "id or MAC; repeatable (default: all)")
    private List<String> batteries = new ArrayList<>();

    @Option(
            names = "--step",
            paramLabel = "STEP",
            description = "raw, 1m, 15m, 1h or 1d (default: raw)")
    private String step = "raw";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv or json (default: csv)")
    private String format = "csv";

    HistoryExportCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var wantedStep = step();
        var wantedFormat = format();
        return host.withDesk(options, desk -> write(desk, wantedStep, wantedFormat));
    }

    private int write(OpenDesk desk, Step wantedStep, ExportRequest.Format wantedFormat)
            throws Exception {
        var zone = desk.loaded().settings().zone();
        var begin = from == null ? null : Moments.parse("--from", from, zone);
        var end = to == null ? null : Moments.parse("--to", to, zone);
        if (begin != null && end != null && !end.isAfter(begin)) {
            throw CommandProblem.wrong("--to " + to + " is not after --from " + from);
        }
        desk.history().flush();
        var ids = BatteryIds.of(desk);
        var request =
                new ExportRequest(begin, end, chosen(desk, ids), ids, wantedStep, wantedFormat);
        desk.history().export(request, host.out(), _ -> {});
        host.out().flush();
        return 0;
    }

    private List<Mac> chosen(OpenDesk desk, Map<Mac, String> ids) throws CommandProblem {
        var known = desk.history().known();
        var chosen = new ArrayList<Mac>();
        for (var word : batteries) {
            var byId =
                    ids.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(word))
                            .map(Map.Entry::getKey)
                            .findFirst();
            var mac =
                    byId.or(() -> Mac.parse(word).filter(known::containsKey))
                            .orElseThrow(
                                    () ->
                                            CommandProblem.wrong(
                                                    "no battery '"
                                                            + word
                                                            + "' is known"
                                                            + (ids.isEmpty()
                                                                    ? ""
                                                                    : "; known are "
                                                                            + String.join(
                                                                                    ", ",
                                                                                    ids
                                                                                            .values()))));
            chosen.add(mac);
        }
        return chosen;
    }

    private Step step() throws CommandProblem {
        return Arrays.stream(Step.values())
                .filter(known -> known.word().equals(step))
                .findFirst()
                .orElseThrow(
                        () ->
                                CommandProblem.wrong(
                                        "--step '"
                                                + step
                                                + "' is none of "
                                                + Arrays.stream(Step.values())
                                                        .map(Step::word)
                                                        .collect(Collectors.joining(", "))));
    }

    private ExportRequest.Format format() throws CommandProblem {
        return switch (format) {
            case "csv" -> ExportRequest.Format.CSV;
            case "json" -> ExportRequest.Format.JSON;
            default ->
                    throw CommandProblem.wrong("--format '" + format + "' is neither csv nor json");
        };
    }
}
