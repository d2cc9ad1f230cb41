package pilotempo.polling;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.BatteryNetwork;
import pilotempo.marstek.Discovery;
import pilotempo.marstek.FoundDevice;

/**
 * Looks for batteries that are missing, by their MAC, with growing patience: a probe is a request
 * to every battery of the house, so they are few.
 */
final class MissingBatteries {
    private static final Logger LOG = LoggerFactory.getLogger(MissingBatteries.class);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);
    private static final Duration LISTEN = Duration.ofSeconds(9);

    private final BatteryNetwork network;
    private final List<BatteryPoll> polls;
    private final List<InetAddress> targets;
    private final Consumer<String> askAgain;
    private final Time time;

    /**
     * @param askAgain told the id of each battery found, wherever: there is no use in waiting for
     *     its slow round
     */
    MissingBatteries(
            BatteryNetwork network,
            List<BatteryPoll> polls,
            List<InetAddress> targets,
            Consumer<String> askAgain,
            Time time) {
        this.network = network;
        this.polls = polls;
        this.targets = targets;
        this.askAgain = askAgain;
        this.time = time;
    }

    /** Until interrupted. */
    void watch() throws InterruptedException {
        var patience = FIRST_PATIENCE;
        Set<String> sought = Set.of();
        while (true) {
            var missing = missingIds();
            if (!sought.containsAll(missing) || missing.isEmpty()) {
                patience = FIRST_PATIENCE; // who has just vanished need not wait for who long has
            }
            sought = missing;
            if (missing.isEmpty()) {
                time.pause().forAtLeast(CHECK);
                continue;
            }
            look();
            rest(patience, sought);
            var doubled = patience.multipliedBy(2);
            patience = doubled.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : doubled;
        }
    }

    /** After the first minute another battery's absence ends it. */
    private void rest(Duration patience, Set<String> sought) throws InterruptedException {
        time.pause().forAtLeast(FIRST_PATIENCE);
        var left = patience.minus(FIRST_PATIENCE);
        while (left.isPositive() && sought.containsAll(missingIds())) {
            time.pause().forAtLeast(CHECK);
            left = left.minus(CHECK);
        }
    }

    private Set<String> missingIds() {
        return missing().stream().map(BatteryPoll::id).collect(Collectors.toUnmodifiableSet());
    }

    private void look() throws InterruptedException {
        Set<Integer> ports =
                missing().stream()
                        .map(
                                poll ->
                                        poll.line()
                                                .state()
                                                .address()
                                                .map(InetSocketAddress::getPort)
                                                .orElse(poll.port()))
                        .collect(Collectors.toSet());
        var found = network.discover(new Discovery(targets, ports, LISTEN), _ -> {});
        for (var poll : polls.stream().filter(BatteryPoll::doubtful).toList()) {
            var state = poll.line().state();
            poll.expectedMac()
                    .flatMap(
                            mac ->
                                    found.stream()
                                            .filter(device -> device.device().mac().equals(mac))
                                            .findFirst())
                    .ifPresent(
                            device -> {
                                if (!state.address().equals(Optional.of(device.address()))) {
                                    move(poll, device);
                                }
                                askAgain.accept(poll.id());
                            });
        }
    }

    private static void move(BatteryPoll poll, FoundDevice device) {
        LOG.info("{} found at {}", poll.id(), device.address());
        poll.line().moveTo(device.address());
    }

    private List<BatteryPoll> missing() {
        return polls.stream()
                .filter(poll -> poll.missing() && poll.expectedMac().isPresent())
                .toList();
    }
}
