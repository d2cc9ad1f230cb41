package pilotempo.polling;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.Acknowledgement;
import pilotempo.marstek.BatteryLine;
import pilotempo.marstek.BatteryNetwork;
import pilotempo.marstek.Discovery;
import pilotempo.marstek.FoundDevice;
import pilotempo.marstek.Haste;
import pilotempo.marstek.LineCounts;
import pilotempo.marstek.LineSettings;
import pilotempo.marstek.LineState;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/** Batteries that answer as a test says, at once and without a wire. */
final class ScriptedNetwork implements BatteryNetwork {
    final Map<String, ScriptedLine> lines = new HashMap<>();
    final List<Discovery> searches = new CopyOnWriteArrayList<>();
    final List<FoundDevice> toBeFound = new CopyOnWriteArrayList<>();
    private final Time time;

    ScriptedNetwork(Time time) {
        this.time = time;
    }

    @Override
    public ScriptedLine line(LineSettings settings) {
        return lines.computeIfAbsent(settings.id(), id -> new ScriptedLine(settings, time));
    }

    @Override
    public List<FoundDevice> discover(Discovery wanted, Consumer<FoundDevice> each) {
        searches.add(wanted);
        toBeFound.forEach(each);
        return List.copyOf(toBeFound);
    }

    @Override
    public void close() {}

    static final class ScriptedLine implements BatteryLine {
        final List<Query> asked = new CopyOnWriteArrayList<>();
        final List<Instant> askedAt = new CopyOnWriteArrayList<>();
        volatile Function<Query, Reply> script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        volatile Set<Query> supported = EnumSet.allOf(Query.class);
        volatile LineCounts counts = LineCounts.NONE;
        volatile Optional<Mac> mac;
        volatile Optional<Device> device;
        volatile Optional<InetSocketAddress> address;
        final List<InetSocketAddress> moves = new ArrayList<>();
        private final LineSettings settings;
        private final Time time;

        ScriptedLine(LineSettings settings, Time time) {
            this.settings = settings;
            this.time = time;
            this.mac = settings.mac();
            this.device = settings.known();
            this.address =
                    settings.host()
                            .map(host -> InetSocketAddress.createUnresolved(host, settings.port()));
            if (settings.host().isPresent()) {
                this.address = Optional.of(new InetSocketAddress("127.0.0.9", settings.port()));
            }
        }

        LineSettings settings() {
            return settings;
        }

        @Override
        public String id() {
            return settings.id();
        }

        @Override
        public Reply ask(Query query) {
            asked.add(query);
            askedAt.add(time.now());
            var reply = script.apply(query);
            if (reply instanceof Reply.Answered answer && answer.device().isPresent()) {
                device = answer.device();
                mac = answer.device().map(Device::mac);
            }
            return reply;
        }

        @Override
        public Reply check(Query query, Haste haste) {
            return ask(query);
        }

        @Override
        public Acknowledgement order(Supplier<BatteryCommand> command, Haste haste) {
            return new Acknowledgement.NotSent("not scripted");
        }

        @Override
        public boolean supports(Query query) {
            return supported.contains(query);
        }

        @Override
        public void moveTo(InetSocketAddress newAddress) {
            moves.add(newAddress);
            address = Optional.of(newAddress);
        }

        @Override
        public LineState state() {
            return new LineState(
                    address,
                    mac,
                    mac.isPresent(),
                    Optional.empty(),
                    device,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    false,
                    counts);
        }

        Reply answer(Observation observation) {
            return new Reply.Answered(
                    observation, Optional.empty(), time.now(), Duration.ofMillis(120), "{}");
        }

        Reply identity(Device identity) {
            return new Reply.Answered(
                    Observation.NOTHING,
                    Optional.of(identity),
                    time.now(),
                    Duration.ofMillis(120),
                    "{}");
        }
    }
}
