package pilotempo.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What was recorded. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "What was recorded.",
        subcommands = {
            HistoryExportCommand.class,
            HistoryImportCommand.class,
            HistoryBackupCommand.class,
            HistoryRestoreCommand.class
        })
final class HistoryCommand implements Callable<Integer> {
    HistoryCommand(CommandHost unusedHost) {}

    @Override
    public Integer call() throws CommandProblem {
        throw CommandProblem.wrong(
                "history needs a command: 'pilotempo history export', 'import', 'backup' or 'restore'");
    }
}
