package pilotempo.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.engine.Refused;
import pilotempo.live.BatteryState;
import pilotempo.planning.Plan;
import pilotempo.planning.Strategies;
import pilotempo.tempo.TempoSeason;

/** What the plan does, would do, or would have done. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "What the plan does in the next 36 hours and why, without doing it.",
            "  plan --at 2026-01-05T21:00:00+01:00           at another moment",
            "  plan --strategy peak-shift                    by a strategy that is not switched on",
            "  plan --backtest --season 2024-2025            what it would have saved",
            "  plan --pause 8h, plan --pause, plan --resume  lets it rest, and go on"
        })
final class PlanCommand implements Callable<Integer> {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "at another moment, from the newest stored state and the colours known now")
    private @Nullable String at;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Option(
            names = "--strategy",
            paramLabel = "WORD",
            description = "by this strategy, switched on or not")
    private @Nullable String strategy;

    @Option(names = "--backtest", description = "run it over a past season")
    private boolean backtest;

    @Option(
            names = "--season",
            paramLabel = "SEASON",
            description = "of --backtest: as 2024-2025 (default: the running one)")
    private @Nullable String season;

    @Option(
            names = "--pause",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FOR",
            description =
                    "let the plan rest for a time (8h), until an instant or date, or for good")
    private @Nullable String pause;

    @Option(names = "--resume", description = "let it go on; also says that the clock is right")
    private boolean resume;

    PlanCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        checkTogether();
        if (strategy != null && !Strategies.words().contains(strategy)) {
            throw CommandProblem.wrong(
                    "--strategy '"
                            + strategy
                            + "' is none of "
                            + String.join(", ", Strategies.words()));
        }
        var wanted = season == null ? Optional.<TempoSeason>empty() : TempoSeason.parse(season);
        if (season != null && wanted.isEmpty()) {
            throw CommandProblem.wrong("--season '" + season + "' is not like 2024-2025");
        }
        return host.withDesk(
                options,
                desk -> {
                    if (pause != null) {
                        return paused(desk, pause);
                    }
                    if (resume) {
                        return resumed(desk);
                    }
                    return backtest ? tested(desk, wanted) : shown(desk);
                });
    }

    private void checkTogether() throws CommandProblem {
        int kinds = (pause == null ? 0 : 1) + (resume ? 1 : 0) + (backtest ? 1 : 0);
        if (kinds > 1) {
            throw CommandProblem.wrong("--backtest, --pause and --resume exclude each other");
        }
        if ((pause != null || resume) && (json || strategy != null)) {
            throw CommandProblem.wrong("--pause and --resume go without --json and --strategy");
        }
        if (season != null && !backtest) {
            throw CommandProblem.wrong("--season belongs to --backtest");
        }
        if (at != null && kinds > 0) {
            throw CommandProblem.wrong("--at does not go with --backtest, --pause or --resume");
        }
    }

    private int shown(OpenDesk desk) throws Exception {
        var now = desk.engine().now();
        var moment = at == null ? now : Moments.parse("--at", at, desk.loaded().settings().zone());
        knowColours(desk, moment);
        var word = strategy == null ? desk.engine().settings().planning().strategy() : strategy;
        var steering = desk.engine().steering();
        var stored = steering.planAt(word, moment);
        var state = steering.plan();
        boolean asItRuns = desk.running() && at == null && strategy == null;
        Plan plan = asItRuns ? state.plan().orElse(stored) : stored;
        var output = new PlanOutput(plan, state, desk.running(), desk.engine().zone());
        if (json) {
            output.json(host.out());
            return 0;
        }
        var out = writer();
        output.text(out);
        if (desk.engine().fleet().batteries().isEmpty()) {
            out.println("no battery in the settings: 'pilotempo discover' looks for them");
        }
        if (!asItRuns) {
            for (var battery : desk.engine().fleet().batteries()) {
                byWhat(battery, desk, now).ifPresent(out::println);
            }
        }
        return 0;
    }

    /** A plan by what is stored says so where that is old. */
    private static Optional<String> byWhat(BatteryState battery, OpenDesk desk, Instant now) {
        var newest = Optional.ofNullable(battery.mac()).flatMap(desk.history()::newest);
        if (newest.isEmpty()) {
            return Optional.of(battery.id() + ": has told nothing yet, its level is not known");
        }
        var at = newest.get().at();
        return Duration.between(at, now).compareTo(FRESH) <= 0
                ? Optional.empty()
                : Optional.of(
                        battery.id()
                                + ": by what it told last, on "
                                + at.atZone(desk.engine().zone()).toLocalDate()
                                + " at "
                                + CLOCK.format(at.atZone(desk.engine().zone()))
                                + "; nothing newer is stored");
    }

    private static void knowColours(OpenDesk desk, Instant moment) throws InterruptedException {
        if (!desk.running()) {
            desk.colours().refreshNow();
        }
        var asked = desk.engine().tariffAt(moment);
        desk.colours().refresh(asked.season());
        var next = TempoSeason.of(asked.tomorrow().date());
        if (!next.equals(asked.season())) {
            desk.colours().refresh(next);
        }
    }

    private int tested(OpenDesk desk, Optional<TempoSeason> wanted) throws Exception {
        var chosen = wanted.orElseGet(() -> desk.engine().tariff().season());
        var set = desk.engine().settings().planning().strategy();
        var word =
                strategy != null
                        ? strategy
                        : Strategies.of(set).isPresent() ? set : Strategies.words().getFirst();
        desk.colours().refresh(chosen);
        var line = new ProgressLine(host.err(), "backtest");
        try {
            var report =
                    desk.engine()
                            .steering()
                            .backtest(word, chosen, done -> line.days(done.done(), done.all()));
            if (json) {
                BacktestOutput.json(host.out(), chosen, report);
            } else {
                BacktestOutput.text(writer(), chosen, report);
            }
            return 0;
        } catch (Refused refused) {
            throw CommandProblem.failed(refused.getMessage());
        }
    }

    private int paused(OpenDesk desk, String howLong) throws Exception {
        var now = desk.engine().now();
        Optional<Instant> until;
        if (howLong.isEmpty()) {
            until = Optional.empty();
        } else if (howLong.contains("-")) {
            until = Optional.of(Moments.parse("--pause", howLong, desk.engine().zone()));
        } else {
            until = Optional.of(now.plus(Spans.parse("--pause", howLong)));
        }
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw CommandProblem.wrong("--pause " + howLong + " is over already");
        }
        desk.engine().steering().pause(until);
        desk.history().flush();
        writer().println(
                        "The plan rests "
                                + until.map(
                                                end ->
                                                        "until "
                                                                + PlanOutput.when(
                                                                        end, desk.engine().zone()))
                                        .orElse("until it is resumed")
                                + (desk.running()
                                        ? "; batteries that it steers go back to their day mode."
                                        : "; no Pilotempo runs now: what a battery does until its"
                                                + " command ends stays so."));
        return 0;
    }

    private int resumed(OpenDesk desk) throws Exception {
        desk.engine().steering().resume();
        desk.history().flush();
        writer().println("The plan goes on.");
        return 0;
    }

    private PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
    }
}
