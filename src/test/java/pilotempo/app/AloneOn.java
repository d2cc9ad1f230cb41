package pilotempo.app;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import pilotempo.app.cli.CommandHost;
import pilotempo.app.cli.CommonOptions;
import pilotempo.app.cli.WindowRequest;

/** Runs commands on a desk as a process of its own does, with nothing polling beside. */
final class AloneOn implements CommandHost {
    private final Desk desk;
    private final OutputStream out;
    private final PrintWriter err;

    AloneOn(Desk desk, OutputStream out, OutputStream err) {
        this.desk = desk;
        this.out = out;
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
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
        return Path.of("").toAbsolutePath();
    }

    @Override
    public int withDesk(CommonOptions options, DeskTask task) throws Exception {
        return task.run(desk.forCommands(false));
    }

    @Override
    public int withFolder(CommonOptions options, FolderTask task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int collect(CommonOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int window(WindowRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void awaitEnd() {}
}
