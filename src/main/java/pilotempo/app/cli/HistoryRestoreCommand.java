package pilotempo.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pilotempo.history.Restore;

/** Puts a backup in the place of the database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Puts a backup in the place of the local database, which is kept beside it; not"
                        + " while a Pilotempo runs.")
final class HistoryRestoreCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Parameters(paramLabel = "FILE", description = "a backup made by 'pilotempo history backup'")
    private Path file;

    HistoryRestoreCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var backup = host.workingFolder().resolve(file);
        return host.withFolder(options, data -> restore(backup, data));
    }

    private int restore(Path backup, Path data) throws Exception {
        var line = new ProgressLine(host.err(), "restore");
        try {
            var restored = new Restore(backup, data).run(at -> line.bytes(at.done(), at.total()));
            line.end(
                    "restored: "
                            + restored.readings()
                            + " readings"
                            + restored.kept()
                                    .map(kept -> "; the database that was there is kept: " + kept)
                                    .orElse(""));
            return 0;
        } catch (NoSuchFileException missing) {
            throw CommandProblem.wrong("there is no file " + missing.getFile());
        } catch (IOException refused) {
            throw CommandProblem.failed(Words.ofFile(refused, data));
        }
    }
}
