package pilotempo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import pilotempo.app.cli.CommandProblem;
import pilotempo.app.cli.WindowRequest;
import pilotempo.app.window.PictureBook;
import pilotempo.app.window.WindowApp;
import pilotempo.lifecycle.Time;
import pilotempo.settings.LoadedSettings;
import pilotempo.settings.Settings;

/** Opens the window, or takes its pictures; JavaFX is first touched here. */
final class WindowStart {
    private final OwnProcess process;
    private final Terminal terminal;
    private final Time time = Time.system();

    WindowStart(OwnProcess process, Terminal terminal) {
        this.process = process;
        this.terminal = terminal;
    }

    int run(WindowRequest request) throws Exception {
        if (request.pictures().isPresent()) {
            requireFolder(request.pictures().get());
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        } else {
            requireDisplay();
        }
        return request.demo() ? demo(request) : real(request);
    }

    private int demo(WindowRequest request) throws Exception {
        var demo = process.own(Demo.open(Settings.DEFAULT, time));
        return open(request, demo.settings(), demo.data(), Desk::openForDemo);
    }

    private int real(WindowRequest request) throws Exception {
        var data = process.data(request.options());
        if (request.pictures().isEmpty() && process.showRunning(data).orElse(1) == 0) {
            return 0;
        }
        return open(request, process.load(request.options()), data, Desk::openToRecord);
    }

    /** Opens a desk. */
    private interface DeskMaker {
        Desk open(LoadedSettings loaded, Path data, Time time) throws CommandProblem;
    }

    private int open(WindowRequest request, LoadedSettings loaded, Path data, DeskMaker maker)
            throws Exception {
        var lock = process.lockToStay(data);
        Logging.start(loaded.settings().logging(), data, Logging.Target.FILE);
        var window = new WindowApp(request.kiosk(), request.gallery());
        var desk = maker.open(loaded, data, time);
        process.serve(lock, desk, window::toFront);
        if (request.pictures().isPresent()) {
            return pictures(request.pictures().get(), desk);
        }
        try {
            window.run(desk.engine());
        } catch (WindowApp.NoToolkit missing) {
            throw CommandProblem.failed(missing.getMessage());
        }
        return 0;
    }

    private int pictures(Path folder, Desk desk) throws CommandProblem, InterruptedException {
        // The fleet answers within two rounds; a picture of an empty one shows nobody anything.
        time.pause().forAtLeast(Duration.ofSeconds(12));
        try {
            var saved = new PictureBook(desk.engine(), time).save(folder);
            terminal.err().println(saved + " pictures saved in " + folder);
            return 0;
        } catch (IOException refused) {
            throw noPicture(folder);
        }
    }

    private static void requireFolder(Path folder) throws CommandProblem {
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) {
                return;
            }
        } catch (IOException refused) {
            // said below
        }
        throw noPicture(folder);
    }

    private static CommandProblem noPicture(Path folder) {
        return CommandProblem.failed(
                "no picture can be saved in "
                        + folder
                        + ": name a folder of yours with --pictures");
    }

    private static void requireDisplay() throws CommandProblem {
        var linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        var chosen = System.getProperty("glass.platform") != null;
        if (linux
                && !chosen
                && System.getenv("DISPLAY") == null
                && System.getenv("WAYLAND_DISPLAY") == null) {
            throw CommandProblem.failed(
                    "there is no display here: '--pictures DIR' saves pictures of every view without"
                            + " one, 'collect' runs without a window");
        }
    }
}
