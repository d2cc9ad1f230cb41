package pilotempo.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.sync.ServerKind;
import pilotempo.sync.SyncReport;

/** One pass to the server. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description =
                "Sends what was recorded to TimescaleDB or PostgreSQL, once, and tells what is left.")
final class SyncCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    SyncCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        return host.withDesk(options, this::pass);
    }

    private int pass(OpenDesk desk) throws Exception {
        if (!desk.sync().state().configured()) {
            throw CommandProblem.wrong(
                    "no database is configured: set database.url in the settings");
        }
        desk.history().flush();
        var report = desk.sync().pass();
        if (json) {
            Json.print(
                    host.out(),
                    document -> {
                        document.writeStartObject();
                        Json.text(
                                document,
                                "server",
                                report.server().map(ServerKind::word).orElse(null));
                        document.writeBooleanField("ok", report.ok());
                        document.writeNumberField("sent_rows", report.sentRows());
                        document.writeNumberField("pending_rows", report.pendingRows());
                        Json.text(document, "error", report.error().orElse(null));
                        document.writeEndObject();
                    });
        } else {
            print(report);
        }
        return report.ok() ? 0 : 1;
    }

    private void print(SyncReport report) {
        report.error().ifPresent(error -> host.err().println("pilotempo: " + error));
        host.err()
                .println(
                        "sync: "
                                + report.sentRows()
                                + " rows sent, "
                                + report.pendingRows()
                                + " left");
    }
}
