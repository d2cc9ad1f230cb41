package pilotempo.app;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.LoggerFactory;
import pilotempo.app.cli.CommandLines;
import pilotempo.attach.AttachClient;
import pilotempo.settings.Places;

/**
 * The program's real start. A command is first offered to a Pilotempo that runs on the same data
 * folder, before anything heavy is loaded: that makes it quick, and the answers the same by
 * construction.
 */
public final class Launcher {
    private static final Set<String> RUN_INSIDE =
            Set.of(
                    "status",
                    "mode",
                    "plan",
                    "cost",
                    "tempo",
                    "history",
                    "sync",
                    "discover",
                    "doctor");

    private static final Set<String> WITH_VALUE = Set.of("--config", "--data", "--pictures");

    private Launcher() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        var terminal = Terminal.ofProcess();
        int code = run(args, terminal);
        return told(terminal) ? code : Math.max(code, 1);
    }

    private static int run(List<String> args, Terminal terminal) {
        try {
            var answered = offerToRunning(args, terminal);
            if (answered.isPresent()) {
                return answered.getAsInt();
            }
            try (var host = new OwnProcess(terminal, args)) {
                return CommandLines.run(host, args);
            }
        } catch (RuntimeException | Error bug) {
            LoggerFactory.getLogger(Launcher.class).error("Ended by a fault", bug);
            terminal.err().println(CommandLines.fault(bug));
            return 1;
        }
    }

    private static OptionalInt offerToRunning(List<String> args, Terminal terminal) {
        var command = command(args);
        if (!RUN_INSIDE.contains(command)
                || args.stream().anyMatch(Set.of("--help", "-h", "--version", "-V")::contains)) {
            return OptionalInt.empty();
        }
        try {
            return AttachClient.run(data(args), args, terminal.out(), terminal.errors());
        } catch (InvalidPathException toldByTheParser) {
            return OptionalInt.empty();
        } catch (IOException readerGone) {
            return OptionalInt.of(1);
        }
    }

    /** The first word that is neither an option nor an option's value. */
    private static String command(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            var word = args.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                return word;
            }
        }
        return "";
    }

    /**
     * The data folder named on the command line, before any real parsing; a mistake in it is told
     * by the parser.
     */
    private static Path data(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            var word = args.get(i);
            if (word.startsWith("--data=")) {
                return Path.of(word.substring("--data=".length()));
            }
            if (word.equals("--data") && i + 1 < args.size()) {
                return Path.of(args.get(i + 1));
            }
        }
        return Places.here(System.getenv()).data();
    }

    /** Whether all of the output reached its reader; a reader that left early is told nothing. */
    private static boolean told(Terminal terminal) {
        try {
            terminal.out().flush();
        } catch (IOException kept) {
            // the stream remembers it
        }
        var failed = terminal.out().failure();
        var reason = failed.map(IOException::getMessage).orElse("");
        if (failed.isPresent() && !reason.contains("Broken pipe")) {
            terminal.err()
                    .println(
                            "pilotempo: standard output can't be written"
                                    + (reason.contains("No space") ? ", the disk is full" : "")
                                    + ": send it elsewhere");
        }
        terminal.err().flush();
        return failed.isEmpty();
    }
}
