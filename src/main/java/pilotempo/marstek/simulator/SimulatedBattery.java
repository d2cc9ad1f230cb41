package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.lifecycle.Time;

/** One battery as the network sees it: datagrams in, datagrams out. Thread-safe. */
final class SimulatedBattery {
    private static final Set<String> WRITES =
            Set.of("ES.SetMode", "DOD.SET", "Ble.Adv", "Led.Ctrl");
    private static final int WRITES_LOST = 2;
    private static final Duration OLD_MODE_TOLD = Duration.ofSeconds(12);

    private final FleetPlan.Battery battery;
    private final int number;
    private final FleetModel model;
    private final Time time;
    private final Logbook log = new Logbook();
    private final Health health;
    private final Transport transport;
    private final OddValues oddValues;
    private final Answers answers;
    private final String source;
    private int writesLost;
    private OperatingMode oldMode = OperatingMode.AUTO;
    private Instant oldModeUntil = Instant.MIN;
    private boolean online = true;

    /**
     * @param number its place in the model
     * @param own the address that it really listens at
     */
    SimulatedBattery(
            FleetPlan plan, int number, FleetModel model, Time time, InetSocketAddress own) {
        battery = plan.batteries().get(number);
        this.number = number;
        this.model = model;
        this.time = time;
        var faults = battery.faults();
        var dice = new Dice(battery, plan.seed());
        health = new Health(faults, log);
        transport = new Transport(faults, dice, plan.latency(), own.getPort());
        oddValues = new OddValues(faults, dice);
        var mac = told(battery.device().mac(), faults);
        answers = new Answers(battery.device(), mac, own.getAddress().getHostAddress());
        source = Family.source(battery.device()) + "-" + mac;
    }

    private static String told(Mac mac, Set<Fault> faults) {
        if (!faults.contains(Fault.WRONG_MAC)) {
            return mac.hex();
        }
        return "%012x".formatted(Long.parseLong(mac.hex(), 16) ^ 0xff00);
    }

    Device device() {
        return battery.device();
    }

    Mac mac() {
        return battery.device().mac();
    }

    Logbook log() {
        return log;
    }

    synchronized void online(boolean now) {
        online = now;
    }

    /** Takes a datagram and says what to send. */
    synchronized List<Outgoing> receive(byte[] data, InetSocketAddress from, boolean broadcast) {
        if (!online) {
            return List.of();
        }
        var request = Request.read(data);
        switch (request) {
            case Request.Empty _ -> {
                log.noted("(empty)");
                health.empty();
                return List.of();
            }
            case Request.SomeReply _ -> {
                log.noted("(reply)");
                return List.of();
            }
            case Request.Call _, Request.Unreadable _, Request.Invalid _ -> {}
        }
        boolean able = able(request);
        boolean mute = broadcast && Family.of(battery.device()) == Family.MINI;
        if (!able || mute || !transport.hears(from, broadcast)) {
            return List.of();
        }
        model.advanceTo(time.now());
        return switch (request) {
            case Request.Call call -> answer(call, data, from);
            case Request.Unreadable _ when !broadcast ->
                    reply(new IntNode(0), Answer.Failure.UNREADABLE, data, from, false);
            case Request.Invalid invalid when !broadcast ->
                    reply(invalid.id(), Answer.Failure.INVALID_REQUEST, data, from, false);
            default -> List.of();
        };
    }

    /** Notes that it was asked; says whether it is in a state to answer. */
    private boolean able(Request request) {
        var method =
                switch (request) {
                    case Request.Call call -> call.method();
                    case Request.Invalid _ -> "(invalid)";
                    default -> "(unreadable)";
                };
        long nanos = time.ticker().nanos();
        if (request instanceof Request.Call call && WRITES.contains(call.method())) {
            log.wrote(time.now(), call.method(), call.params().toString());
            health.written(nanos);
        }
        boolean able = health.survives(nanos, log.asked(method, nanos));
        model.ctHeard(number, health.ctHeard(nanos));
        return able;
    }

    private List<Outgoing> answer(Request.Call call, byte[] data, InetSocketAddress from) {
        boolean write = WRITES.contains(call.method());
        var answer = write ? write(call) : answers.to(call.method(), told());
        if (answer.equals(Answer.Failure.METHOD_NOT_FOUND) && has(Fault.SILENT_ON_UNKNOWN)) {
            return List.of();
        }
        if (answer instanceof Answer.Result result) {
            oddValues.spoil(result.values());
        }
        return reply(call.id(), answer, data, from, write);
    }

    private BatteryNow told() {
        var now = model.now(number);
        return time.now().isBefore(oldModeUntil) ? now.in(oldMode) : now;
    }

    private Answer write(Request.Call call) {
        if (has(Fault.LOSES_WRITES) && writesLost < WRITES_LOST) {
            writesLost++;
            return new Answer.Silence();
        }
        if (!call.method().equals("ES.SetMode")) {
            return answers.takesSettings() ? set(!has(Fault.REFUSES_WRITES)) : answers.unknown();
        }
        var config = call.params().path("config");
        if (!config.path("mode").isTextual()) {
            return Answer.Failure.INVALID_PARAMS;
        }
        var command = new ModeOrder(battery.device()).read(config);
        if (!has(Fault.IGNORES_WRITES) && !has(Fault.REFUSES_WRITES)) {
            command.ifPresent(this::obey);
        }
        boolean denies = has(Fault.REFUSES_WRITES) || has(Fault.DENIES_WRITES);
        return set(command.isPresent() && !denies);
    }

    private void obey(ModeCommand command) {
        if (has(Fault.TELLS_OLD_MODE)) {
            oldMode = told().mode();
            oldModeUntil = time.now().plus(OLD_MODE_TOLD);
        }
        model.obey(number, command);
    }

    private boolean has(Fault fault) {
        return battery.faults().contains(fault);
    }

    private static Answer set(boolean result) {
        return new Answer.Result(
                JsonNodeFactory.instance.objectNode().put("id", 0).put("set_result", result));
    }

    private List<Outgoing> reply(
            JsonNode id, Answer answer, byte[] data, InetSocketAddress from, boolean write) {
        if (answer instanceof Answer.Silence) {
            return List.of();
        }
        var foreign = new IntNode((id.asInt() + 4711) & 0xffff);
        return transport.send(
                data,
                from,
                write,
                text(id, answer),
                text(new IntNode(0), Answer.Failure.BUSY),
                text(foreign, answer));
    }

    private String text(JsonNode id, Answer answer) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("id", id);
        reply.put("src", source);
        switch (answer) {
            case Answer.Result result -> reply.set("result", result.values());
            case Answer.Failure failure -> {
                var error = reply.putObject("error");
                error.put("code", failure.code()).put("message", failure.message());
                if (failure.data() != null) {
                    error.put("data", failure.data());
                }
            }
            case Answer.Silence _ -> throw new IllegalStateException("silence has no text");
        }
        return CJson.write(reply);
    }
}
