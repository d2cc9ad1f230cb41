package pilotempo.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;

/** A simulated fleet on UDP. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "A simulated fleet that answers on UDP, until it is told to end.")
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST = 10;

    private final CommandHost host;

    /** Every command takes them; this one has no use for them. */
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private CommonOptions options;

    @Option(names = "--batteries", paramLabel = "N", description = "how many, 1 to 10 (default: 3)")
    private int batteries = 3;

    @Option(
            names = "--host",
            paramLabel = "ADDR",
            description = "address to listen at (default: 127.0.0.1)")
    private String address = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "first port; each further battery has the next (default: 30001)")
    private int port = 30001;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "FAULT",
            description = "misbehaviours, separated by commas; 'list' names them all")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "of all chance (default: 1)")
    private long seed = 1;

    SimulateCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var out = new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
        if (faults.contains("list")) {
            Arrays.stream(Fault.values()).map(Fault::word).forEach(out::println);
            return 0;
        }
        if (batteries < 1 || batteries > MOST) {
            throw CommandProblem.wrong("--batteries takes 1 to " + MOST);
        }
        if (port < 1 || port + batteries - 1 > 65_535) {
            throw CommandProblem.wrong(
                    "--port " + port + " leaves no room for " + batteries + " ports up to 65535");
        }
        var own = ownAddress();
        var plan = FleetPlan.local(batteries, own.getHostAddress(), port, faults(), seed);
        try (var fleet = SimulatedFleet.start(plan, Time.system())) {
            out.println("# A simulated fleet; the settings that watch it:");
            out.println("batteries:");
            for (int i = 0; i < batteries; i++) {
                out.println(
                        "  - {id: battery"
                                + (i + 1)
                                + ", host: "
                                + address
                                + ", port: "
                                + fleet.addresses().get(i).getPort()
                                + "}");
            }
            out.flush();
            host.awaitEnd();
        } catch (UncheckedIOException taken) {
            throw CommandProblem.failed(
                    "can't listen at "
                            + address
                            + ", ports "
                            + port
                            + " to "
                            + (port + batteries - 1)
                            + ": another program has one of them, choose others with --port");
        }
        return 0;
    }

    private InetAddress ownAddress() throws CommandProblem, SocketException {
        try {
            if (!address.isBlank()
                    && InetAddress.getByName(address) instanceof Inet4Address found
                    && (found.isLoopbackAddress()
                            || found.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(found) != null)) {
                return found;
            }
        } catch (UnknownHostException unresolved) {
            // said below
        }
        throw CommandProblem.wrong(
                "--host '" + address + "' is not an IPv4 address of this machine: try 127.0.0.1");
    }

    private Set<Fault> faults() throws CommandProblem {
        var chosen = EnumSet.noneOf(Fault.class);
        for (var word : faults) {
            chosen.add(
                    Arrays.stream(Fault.values())
                            .filter(fault -> fault.word().equals(word))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            CommandProblem.wrong(
                                                    "--faults '"
                                                            + word
                                                            + "' is none of "
                                                            + Arrays.stream(Fault.values())
                                                                    .map(Fault::word)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", ")))));
        }
        return chosen;
    }
}
