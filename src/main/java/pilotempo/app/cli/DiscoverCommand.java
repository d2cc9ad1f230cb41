package pilotempo.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.engine.FoundBattery;

/** Looks for batteries on the LAN. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description =
                "Looks for batteries on the LAN. The local API must be switched on in the Marstek app.")
final class DiscoverCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(
            names = "--broadcast",
            paramLabel = "ADDR",
            description = "address to ask (default: every network's)")
    private List<String> broadcasts = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "API port to ask (default: 30000 to 30004 and those of the settings)")
    private List<Integer> ports = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "S", description = "seconds to listen (default: 9)")
    private double timeout = 9;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    DiscoverCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        for (int port : ports) {
            if (port < 1 || port > 65_535) {
                throw CommandProblem.wrong(
                        "--port " + port + " is not a port: give a number from 1 to 65535");
            }
        }
        if (!(timeout >= 0.1 && timeout <= 300)) {
            throw CommandProblem.wrong("--timeout takes seconds from 0.1 to 300");
        }
        var targets = new ArrayList<InetAddress>();
        for (var address : broadcasts) {
            targets.add(resolve(address));
        }
        return host.withDesk(options, desk -> look(desk, targets));
    }

    private int look(OpenDesk desk, List<InetAddress> targets) throws Exception {
        var listen = Duration.ofMillis((long) (timeout * 1000));
        var out = new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
        var found =
                desk.engine()
                        .discover(
                                targets,
                                new HashSet<>(ports),
                                listen,
                                battery -> {
                                    if (!json) {
                                        out.println(line(battery));
                                    }
                                });
        if (json) {
            print(found);
        } else if (found.isEmpty()) {
            host.err()
                    .println(
                            "No battery answered. Is the local API switched on in the Marstek app, and is this machine"
                                    + " on the same network? See 'pilotempo doctor'.");
        }
        return 0;
    }

    private void print(List<FoundBattery> found) throws java.io.IOException {
        Json.print(
                host.out(),
                json -> {
                    json.writeStartArray();
                    for (var battery : found) {
                        json.writeStartObject();
                        json.writeStringField("mac", battery.device().mac().hex());
                        json.writeStringField("host", battery.host());
                        json.writeNumberField("port", battery.port());
                        json.writeStringField("model", battery.device().model());
                        json.writeNumberField("firmware", battery.device().firmware());
                        Json.text(json, "known_as", battery.knownAs().orElse(null));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    private static String line(FoundBattery battery) {
        return battery.device().mac()
                + "  "
                + battery.host()
                + ":"
                + battery.port()
                + "  "
                + battery.device().model()
                + " firmware "
                + battery.device().firmware()
                + battery.knownAs().map(id -> "  known as " + id).orElse("");
    }

    private static InetAddress resolve(String address) throws CommandProblem {
        try {
            if (!address.isBlank()
                    && InetAddress.getByName(address) instanceof Inet4Address target) {
                return target;
            }
        } catch (UnknownHostException unresolved) {
            // said below
        }
        throw CommandProblem.wrong(
                "--broadcast '" + address + "' is not an IPv4 address: give one as in 192.0.2.255");
    }
}
