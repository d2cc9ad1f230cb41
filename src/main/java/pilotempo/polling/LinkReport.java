package pilotempo.polling;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.live.LinkHealth;
import pilotempo.live.LiveState;
import pilotempo.marstek.LineState;
import pilotempo.settings.BatterySettings;

/** How well one battery answers, counted and told to the live state. Not thread-safe. */
final class LinkReport {
    private static final int RISKY_BELOW = 150;
    private static final int RISKY_HMG_BELOW = 156;

    private final BatterySettings battery;
    private final LiveState live;
    private final HarmWatch harm;
    private final Resting resting;
    private final LinkStatistics statistics = new LinkStatistics();
    private final RecentLosses recent = new RecentLosses();
    private @Nullable Instant lastAnswer;
    private boolean asked;
    private boolean unresolved;
    private long foreign;

    LinkReport(BatterySettings battery, LiveState live, HarmWatch harm, Resting resting) {
        this.harm = harm;
        this.resting = resting;
        this.battery = battery;
        this.live = live;
    }

    /** An answer, be it an error, by the ticker and by the wall clock. */
    void answered(long nowNanos, Instant at, Duration latency) {
        statistics.answered(nowNanos, latency);
        lastAnswer = at;
        asked = true;
        unresolved = false;
    }

    void lost(long nowNanos) {
        statistics.lost(nowNanos);
        asked = true;
    }

    /** What a round sent to a battery that is there. */
    void round(Tally tally, long nowNanos) {
        recent.add(tally, nowNanos);
    }

    /** It could not even be asked. */
    void notSent(LineState line) {
        asked = true;
        unresolved = battery.host().isPresent() && line.address().isEmpty();
    }

    /** Whether it ever answered in this run. */
    boolean everAnswered() {
        return lastAnswer != null;
    }

    /** Whether its host name does not resolve. */
    boolean unresolved() {
        return unresolved;
    }

    /**
     * Tells how things stand.
     *
     * @param nowNanos by the ticker
     * @param pace the power interval in force
     * @param missedRounds rounds in a row without any answer
     */
    void publish(LineState line, long nowNanos, Duration pace, int missedRounds) {
        statistics.foreign(nowNanos, line.counts().foreign() - foreign);
        foreign = line.counts().foreign();
        var health =
                new LinkHealth(
                        LinkDiagnosis.of(
                                line,
                                asked,
                                missedRounds,
                                lastAnswer != null,
                                unresolved,
                                recent.lossy(),
                                statistics.foreignShare(nowNanos)),
                        line.device().filter(LinkReport::risky).isPresent(),
                        statistics.sent(),
                        statistics.answered(),
                        recent.percent(),
                        statistics.percentile(0.5),
                        statistics.percentile(0.95),
                        lastAnswer,
                        pace,
                        line.gap(),
                        missedRounds,
                        line.ephemeralPort() && !onThisMachine(line),
                        harm.told(resting.test(), nowNanos));
        var host =
                line.address()
                        .map(address -> address.getAddress().getHostAddress())
                        .or(battery::host)
                        .orElse(null);
        int port = line.address().map(InetSocketAddress::getPort).orElse(battery.port());
        live.update(
                fleet ->
                        fleet.change(
                                battery.id(),
                                known ->
                                        known.withLink(
                                                host,
                                                port,
                                                line.mac().orElse(null),
                                                line.device().orElse(null),
                                                health)));
    }

    /** A simulated fleet holds its ports itself. */
    private static boolean onThisMachine(LineState line) {
        return line.address()
                .filter(address -> address.getAddress().isLoopbackAddress())
                .isPresent();
    }

    private static boolean risky(Device device) {
        var hmg =
                device.model().equals("VenusE")
                        || device.model().equals("VenusC")
                        || device.model().equals("Venus");
        return Tiers.firmware(device) < (hmg ? RISKY_HMG_BELOW : RISKY_BELOW);
    }
}
