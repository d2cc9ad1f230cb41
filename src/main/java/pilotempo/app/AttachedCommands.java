package pilotempo.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pilotempo.app.cli.CommandHost;
import pilotempo.app.cli.CommandLines;
import pilotempo.app.cli.CommandProblem;
import pilotempo.app.cli.CommonOptions;
import pilotempo.app.cli.WindowRequest;
import pilotempo.attach.AttachClient;
import pilotempo.attach.CommandRunner;

/** Commands of clients, run inside this program on its own desk. */
final class AttachedCommands implements CommandRunner {
    private final Desk desk;
    private final ShowWindow showWindow;

    AttachedCommands(Desk desk, ShowWindow showWindow) {
        this.desk = desk;
        this.showWindow = showWindow;
    }

    /** Brings the window to the front. */
    @FunctionalInterface
    interface ShowWindow {
        /** 0, or 1 where there is no window. */
        int show();
    }

    @Override
    public int run(Path workingFolder, List<String> args, OutputStream out, OutputStream err) {
        if (args.equals(List.of(AttachClient.SHOW))) {
            return showWindow.show();
        }
        var words = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        return CommandLines.run(new Inside(workingFolder, out, words), args);
    }

    private final class Inside implements CommandHost {
        private final Path workingFolder;
        private final OutputStream out;
        private final PrintWriter err;

        private Inside(Path workingFolder, OutputStream out, PrintWriter err) {
            this.workingFolder = workingFolder;
            this.out = out;
            this.err = err;
        }

        @Override
        public OutputStream out() {
            return out;
        }

        @Override
        public PrintWriter err() {
            return err;
        }

        @Override
        public Path workingFolder() {
            return workingFolder;
        }

        @Override
        public int withDesk(CommonOptions options, DeskTask task) throws Exception {
            var open = desk.forCommands(true);
            if (options.config().isPresent()) {
                checkSame(workingFolder.resolve(options.config().get()), open.loaded().file());
            }
            return task.run(open);
        }

        /** Who names other settings means other batteries. */
        private static void checkSame(Path named, Optional<Path> used) throws CommandProblem {
            if (used.isEmpty() || !real(named).equals(real(used.get()))) {
                throw CommandProblem.wrong(
                        "a Pilotempo runs on this data folder with "
                                + used.map(file -> "the settings of " + file)
                                        .orElse("no settings file")
                                + ", not with those of "
                                + named
                                + ": leave out --config, or name another folder with --data");
            }
        }

        private static Path real(Path file) {
            try {
                return file.toRealPath();
            } catch (IOException missing) {
                return file.toAbsolutePath().normalize();
            }
        }

        @Override
        public int withFolder(CommonOptions options, FolderTask task) throws CommandProblem {
            throw CommandProblem.failed(
                    "a Pilotempo runs on this data folder: stop it, then try again");
        }

        @Override
        public int collect(CommonOptions options) throws CommandProblem {
            throw outsideOnly();
        }

        @Override
        public int window(WindowRequest request) throws CommandProblem {
            throw outsideOnly();
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            throw new InterruptedException("not for a client");
        }

        private static CommandProblem outsideOnly() {
            return CommandProblem.failed("a Pilotempo already runs here");
        }
    }
}
