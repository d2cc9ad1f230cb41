package pilotempo.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pilotempo.battery.Mac;
import pilotempo.history.ImportRefused;
import pilotempo.history.ImportReport;
import pilotempo.history.ImportRequest;

/** Takes in what was recorded elsewhere. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Takes in a CSV file in the shape of 'pilotempo history export'; twice is harmless."
                        + " Lines that are no readings are set aside in FILE.rejected.")
final class HistoryImportCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Parameters(
            paramLabel = "FILE",
            description = "the CSV file; batteries by their id in the settings or by MAC")
    private Path file;

    HistoryImportCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var source = host.workingFolder().resolve(file);
        if (!Files.isRegularFile(source)) {
            throw CommandProblem.wrong("there is no file " + source);
        }
        return host.withDesk(options, desk -> take(desk, source));
    }

    private int take(OpenDesk desk, Path source) throws InterruptedException, CommandProblem {
        var line = new ProgressLine(host.err(), "import");
        try {
            var report =
                    desk.history()
                            .importCsv(
                                    source,
                                    new ImportRequest(macs(desk)),
                                    at ->
                                            line.bytes(
                                                    at.bytes(),
                                                    at.totalBytes(),
                                                    ", "
                                                            + Math.round(at.readingsPerSecond())
                                                            + " readings/s"));
            report.ignoredColumns()
                    .forEach(
                            column ->
                                    host.err()
                                            .println("import: column '" + column + "' is ignored"));
            line.end(told(report));
            return 0;
        } catch (ImportRefused refused) {
            throw CommandProblem.failed(refused.getMessage());
        } catch (IOException refused) {
            throw CommandProblem.failed(Words.ofFile(refused, source));
        }
    }

    private static String told(ImportReport report) {
        return "import: "
                + report.stored()
                + " readings stored, "
                + report.already()
                + " were there already, "
                + report.rejected()
                + " lines rejected"
                + report.rejectedFile().map(aside -> ": see " + aside).orElse("");
    }

    /** By id; two batteries that once had the same id are told apart by MAC only. */
    private static Map<String, Mac> macs(OpenDesk desk) {
        var macs = new HashMap<String, Mac>();
        desk.history().known().forEach((mac, battery) -> macs.putIfAbsent(battery.id(), mac));
        for (var battery : desk.engine().fleet().batteries()) {
            var mac = battery.mac();
            if (mac == null) {
                macs.remove(battery.id());
            } else {
                macs.put(battery.id(), mac);
            }
        }
        return macs;
    }
}
