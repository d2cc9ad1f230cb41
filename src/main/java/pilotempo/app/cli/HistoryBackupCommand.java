package pilotempo.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the database, while it records. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies the local database to a file, while a Pilotempo records or not.")
final class HistoryBackupCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Parameters(paramLabel = "FILE", description = "the backup to write, a zip")
    private Path file;

    @Option(names = "--replace", description = "replace FILE if it is there")
    private boolean replace;

    HistoryBackupCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var target = host.workingFolder().resolve(file);
        return host.withDesk(options, desk -> write(desk, target));
    }

    private int write(OpenDesk desk, Path target) throws Exception {
        var line = new ProgressLine(host.err(), "backup");
        try {
            desk.history().backup(target, replace, at -> line.bytes(at.done(), at.total()));
        } catch (FileAlreadyExistsException there) {
            throw CommandProblem.wrong(
                    target + " is there already: choose another name, or add --replace");
        } catch (NoSuchFileException missing) {
            throw CommandProblem.wrong(
                    "there is no folder " + missing.getFile() + ": make it, or choose another");
        } catch (IOException refused) {
            throw CommandProblem.failed(Words.ofFile(refused, target));
        }
        line.end("backup: " + target + ", " + ProgressLine.megabytes(Files.size(target)));
        return 0;
    }
}
