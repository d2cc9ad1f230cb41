package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.control.BadOrder;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.control.SlotLedger;
import pilotempo.control.Stage;
import pilotempo.engine.Refused;
import pilotempo.engine.Steering;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;

/** Carries a wish out: everything is checked for all batteries before the first is told. */
final class ModeRun {
    private final CommandHost host;
    private final Steering steering;
    private final FleetSnapshot fleet;
    private final boolean json;
    private final PrintWriter out;

    private record Told(Order order, Outcome outcome) {}

    ModeRun(CommandHost host, Steering steering, FleetSnapshot fleet, boolean json) {
        this.host = host;
        this.steering = steering;
        this.fleet = fleet;
        this.json = json;
        out = new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
    }

    /**
     * Carries it out and says so.
     *
     * @param batteries ids separated by commas, or {@code all}
     * @return exit code
     */
    int run(String batteries, ModeWish wish, String why)
            throws CommandProblem, InterruptedException, IOException {
        var ids = ids(batteries);
        if (wish instanceof ModeWish.Show) {
            return show(ids);
        }
        var orders = new ArrayList<Order>();
        for (var id : ids) {
            for (var command : commands(id, wish)) {
                orders.add(new Order(id, command, JournalEntry.Author.COMMAND_LINE, why));
            }
        }
        return tell(orders);
    }

    private List<String> ids(String batteries) throws CommandProblem {
        var wanted = List.of(batteries.split(",", -1)).stream().map(String::strip).toList();
        boolean all = wanted.equals(List.of("all")) && fleet.battery("all").isEmpty();
        var ids =
                all
                        ? fleet.batteries().stream().map(BatteryState::id).toList()
                        : wanted.stream().distinct().toList();
        if (ids.isEmpty()) {
            throw CommandProblem.wrong(
                    "no battery in the settings: 'pilotempo discover' looks for them");
        }
        return ids;
    }

    private List<BatteryCommand> commands(String id, ModeWish wish) throws CommandProblem {
        try {
            var limits = steering.limits(id);
            var commands =
                    switch (wish) {
                        case ModeWish.Same(var command) -> List.of(command);
                        case ModeWish.Slots slots -> slots(id, slots, limits.slots());
                        case ModeWish.Show _ -> List.<BatteryCommand>of();
                    };
            for (var command : commands) {
                limits.check(command);
            }
            return commands;
        } catch (BadOrder bad) {
            throw refused(id, bad);
        }
    }

    private List<BatteryCommand> slots(String id, ModeWish.Slots wish, int howMany)
            throws BadOrder, CommandProblem {
        int second = wish.number();
        if (wish.times().overMidnight()) {
            second = wish.second().isPresent() ? wish.second().getAsInt() : free(id, wish, howMany);
            host.err()
                    .println(
                            "mode: "
                                    + id
                                    + ": over midnight it takes two slots: "
                                    + wish.number()
                                    + " until 23:59, and "
                                    + second
                                    + " from 00:00 on the next days; what the Marstek app wrote"
                                    + " there is overwritten"
                                    + (wish.second().isPresent()
                                            ? ""
                                            : " (--second-slot names another)"));
        }
        return wish.times().slots(wish.number(), second, wish.powerW()).stream()
                .<BatteryCommand>map(ModeCommand.Manual::new)
                .toList();
    }

    private int free(String id, ModeWish.Slots wish, int howMany) throws BadOrder, CommandProblem {
        return steering.slots(id)
                .free(howMany, Set.of(wish.number()))
                .orElseThrow(
                        () ->
                                CommandProblem.wrong(
                                        id
                                                + ": over midnight it takes a second slot, and all"
                                                + " are in use: clear one with --slot N --clear,"
                                                + " or name one with --second-slot"));
    }

    /** One after the other; one that fails does not stop the other batteries. */
    private int tell(List<Order> orders) throws CommandProblem, InterruptedException, IOException {
        var told = new ArrayList<Told>();
        int code = 0;
        for (var order : orders) {
            try {
                var before = partBefore(told, order);
                boolean firstFailed = before != null && !before.outcome().verdict().good();
                var outcome =
                        firstFailed
                                ? leftOut(order)
                                : steering.order(order, stage -> progress(order, stage));
                told.add(new Told(order, outcome));
                print(outcome);
                if (before != null && !firstFailed && !outcome.verdict().good()) {
                    host.err().println("pilotempo: " + onlyFirst(before.order(), order));
                }
                code = outcome.verdict().good() ? code : 1;
            } catch (BadOrder bad) {
                // Only now is it known what model it is.
                host.err().println("pilotempo: " + refused(order.battery(), bad).getMessage());
                code = code == 0 ? 2 : code;
            } catch (Refused refused) {
                throw CommandProblem.failed(refused.getMessage());
            }
        }
        if (json) {
            Json.print(host.out(), document -> document(document, told));
        }
        return code;
    }

    private static @Nullable Told partBefore(List<Told> told, Order order) {
        var last = told.isEmpty() ? null : told.getLast();
        return last != null && last.order().battery().equals(order.battery()) ? last : null;
    }

    /** A program over midnight of which the first slot failed. */
    private static Outcome leftOut(Order second) {
        return new Outcome(
                Outcome.Verdict.NOT_SENT,
                Optional.empty(),
                second.battery()
                        + ": "
                        + slot(second)
                        + " was not sent, as the slot before it failed: neither part is set as far"
                        + " as is known. Try again.");
    }

    private static String onlyFirst(Order first, Order second) {
        return first.battery()
                + ": only "
                + slot(first)
                + " is set, "
                + slot(second)
                + " is not: give the same command again, or switch the first off with --slot N"
                + " --clear";
    }

    private static String slot(Order order) {
        return order.command() instanceof ModeCommand.Manual(var slot)
                ? "slot " + slot.number() + " (" + slot.from() + " to " + slot.to() + ")"
                : "the second command";
    }

    private void print(Outcome outcome) {
        if (!outcome.verdict().good()) {
            host.err().println("pilotempo: " + outcome.sentence());
        } else if (!json) {
            out.println(outcome.sentence());
        }
    }

    private void progress(Order order, Stage stage) {
        var words =
                switch (stage.step()) {
                    case QUEUED -> "asks what it does now";
                    case SENDING -> stage.attempt() > 1 ? "sends, " + stage.attempt() : "sends";
                    case CHECKING -> "reads back in some seconds";
                    case RETRYING -> "not yet: tries again";
                    case UNDOING -> "its power is the reverse: puts it back";
                };
        host.err().println("mode: " + order.battery() + ": " + words);
        host.err().flush();
    }

    private static CommandProblem refused(String id, BadOrder bad) {
        return CommandProblem.wrong(
                bad.problem() == BadOrder.Problem.UNKNOWN_BATTERY
                        ? bad.getMessage()
                        : id + ": " + bad.getMessage());
    }

    private static void document(JsonGenerator json, List<Told> told) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("orders");
        for (var one : told) {
            ModeOutput.order(json, one.order(), one.outcome());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private int show(List<String> ids) throws CommandProblem, IOException {
        var ledgers = new LinkedHashMap<String, SlotLedger>();
        for (var id : ids) {
            try {
                ledgers.put(id, steering.slots(id));
            } catch (BadOrder bad) {
                throw refused(id, bad);
            }
        }
        if (json) {
            Json.print(host.out(), document -> ModeOutput.slots(document, ledgers));
        } else {
            ledgers.forEach((id, ledger) -> ModeOutput.slots(out, id, ledger));
        }
        return 0;
    }
}
