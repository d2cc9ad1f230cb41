package pilotempo.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;
import pilotempo.history.HistoryUnavailable;

/** Reads a command line and runs it on a host. All exit codes and error lines are made here. */
public final class CommandLines {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);

    private static final Map<Class<?>, Function<CommandHost, Object>> COMMANDS =
            Map.ofEntries(
                    Map.entry(PilotempoCommand.class, PilotempoCommand::new),
                    Map.entry(CollectCommand.class, CollectCommand::new),
                    Map.entry(StatusCommand.class, StatusCommand::new),
                    Map.entry(DiscoverCommand.class, DiscoverCommand::new),
                    Map.entry(ModeOrderCommand.class, ModeOrderCommand::new),
                    Map.entry(TempoCommand.class, TempoCommand::new),
                    Map.entry(CostCommand.class, CostCommand::new),
                    Map.entry(PlanCommand.class, PlanCommand::new),
                    Map.entry(HistoryCommand.class, HistoryCommand::new),
                    Map.entry(HistoryExportCommand.class, HistoryExportCommand::new),
                    Map.entry(HistoryImportCommand.class, HistoryImportCommand::new),
                    Map.entry(HistoryBackupCommand.class, HistoryBackupCommand::new),
                    Map.entry(HistoryRestoreCommand.class, HistoryRestoreCommand::new),
                    Map.entry(SyncCommand.class, SyncCommand::new),
                    Map.entry(SimulateCommand.class, SimulateCommand::new),
                    Map.entry(DoctorCommand.class, DoctorCommand::new));

    /** Below the program itself, in the order of its help. */
    private static final List<Map.Entry<String, Class<?>>> SUBCOMMANDS =
            List.of(
                    Map.entry("collect", CollectCommand.class),
                    Map.entry("status", StatusCommand.class),
                    Map.entry("discover", DiscoverCommand.class),
                    Map.entry("mode", ModeOrderCommand.class),
                    Map.entry("tempo", TempoCommand.class),
                    Map.entry("cost", CostCommand.class),
                    Map.entry("plan", PlanCommand.class),
                    Map.entry("history", HistoryCommand.class),
                    Map.entry("sync", SyncCommand.class),
                    Map.entry("simulate", SimulateCommand.class),
                    Map.entry("doctor", DoctorCommand.class));

    private CommandLines() {}

    /**
     * Runs one command line and returns its exit code: 0 good, 1 failed, 2 wrong usage, settings or
     * value.
     */
    public static int run(CommandHost host, List<String> args) {
        var out = new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
        var line =
                Words.taught(program(host, args))
                        .setExpandAtFiles(false)
                        .setOut(out)
                        .setErr(host.err())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpWidth(100)
                        .setExecutionStrategy(CommandLines::runOnly)
                        .setParameterExceptionHandler((problem, _) -> wrongUsage(host, problem))
                        .setExecutionExceptionHandler(
                                (problem, command, _) -> failed(host, problem, command));
        int code = line.execute(args.toArray(String[]::new));
        out.flush();
        host.err().flush();
        return code;
    }

    /** With the one command that the line begins with: the others would only cost time. */
    private static CommandLine program(CommandHost host, List<String> args) {
        var program = new CommandLine(PilotempoCommand.class, new HostFactory(host));
        var first = args.isEmpty() ? "" : args.getFirst();
        boolean one = SUBCOMMANDS.stream().anyMatch(command -> command.getKey().equals(first));
        SUBCOMMANDS.stream()
                .filter(command -> !one || command.getKey().equals(first))
                .forEach(command -> program.addSubcommand(command.getValue()));
        return program;
    }

    /** What only the window knows must not be dropped silently: a demo steers nothing. */
    private static int runOnly(ParseResult parsed) {
        if (parsed.hasSubcommand()) {
            for (var option : parsed.matchedOptions()) {
                if (!CommonOptions.has(option.longestName())) {
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(),
                            option.longestName()
                                    + " opens a window and does not go together with '"
                                    + parsed.subcommand().commandSpec().name()
                                    + "'");
                }
            }
        }
        return new RunLast().execute(parsed);
    }

    private static int wrongUsage(CommandHost host, ParameterException problem) {
        var command = problem.getCommandLine();
        var message = problem.getMessage();
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            var word = unmatched.getUnmatched().getFirst();
            message =
                    (word.startsWith("-") ? "unknown option '" : "unknown command or argument '")
                            + word
                            + "'";
            var near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                message += ", did you mean '" + near.getFirst() + "'?";
            }
        }
        host.err()
                .println(
                        "pilotempo: "
                                + oneLine(message)
                                + " (see '"
                                + command.getCommandSpec().qualifiedName()
                                + " --help')");
        return 2;
    }

    private static int failed(CommandHost host, Exception problem, CommandLine command) {
        if (problem instanceof InterruptedException || host.ending()) {
            LOG.debug("Ended before it was done", problem);
            Thread.currentThread().interrupt();
            return 1;
        }
        if (problem instanceof CommandProblem known) {
            host.err().println("pilotempo: " + oneLine(known.getMessage()));
            return known.exitCode();
        }
        if (problem instanceof HistoryUnavailable unavailable) {
            LOG.warn("{} failed", command.getCommandSpec().qualifiedName(), problem);
            host.err().println("pilotempo: " + oneLine(unavailable.getMessage()));
            return 1;
        }
        if (problem instanceof InvalidPathException strange) {
            host.err().println("pilotempo: " + oneLine(Words.noPath(strange)));
            return 2;
        }
        if (problem instanceof IOException && command.getOut().checkError()) {
            LOG.debug("The reader of the output is gone", problem);
            return 1;
        }
        LOG.error("{} failed", command.getCommandSpec().qualifiedName(), problem);
        host.err().println(fault(problem));
        return 1;
    }

    /** The line about a bug. */
    public static String fault(Throwable bug) {
        return "pilotempo: an unexpected fault, please report it with the log file (code "
                + FaultCode.of(bug)
                + ")";
    }

    private static String oneLine(@Nullable String told) {
        return String.valueOf(told).strip().replaceAll("\\s*[\\r\\n]\\s*", " ");
    }

    /** Makes commands with the host they run on. */
    private record HostFactory(CommandHost host) implements IFactory {
        @Override
        public <K> K create(Class<K> wanted) throws Exception {
            var maker = COMMANDS.get(wanted);
            return maker == null
                    ? CommandLine.defaultFactory().create(wanted)
                    : wanted.cast(maker.apply(host));
        }
    }
}
