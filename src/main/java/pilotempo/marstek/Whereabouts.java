package pilotempo.marstek;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/**
 * Where a battery is asked. A host name is looked up when it is needed, and again after losses, for
 * the address may have changed; an address that discovery found stays. Thread-safe.
 */
final class Whereabouts {
    private static final Logger LOG = LoggerFactory.getLogger(Whereabouts.class);
    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(5);
    private static final int LOSSES_TO_LOOK_AGAIN = 3;

    private final LineSettings settings;
    private final Time time;
    private final boolean byName;
    private volatile @Nullable InetSocketAddress address;
    private boolean moved;
    private boolean lookingUp;
    private int losses;

    Whereabouts(LineSettings settings, Time time) {
        this.settings = settings;
        this.time = time;
        var literal = settings.host().flatMap(Whereabouts::literal);
        byName = settings.host().isPresent() && literal.isEmpty();
        literal.ifPresent(found -> address = new InetSocketAddress(found, settings.port()));
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.strip()));
        } catch (IllegalArgumentException name) {
            LOG.trace("{} is a name", host, name);
            return Optional.empty();
        }
    }

    /** Where it is asked now; null while not known. */
    @Nullable InetSocketAddress address() {
        return address;
    }

    /** Its API port. */
    int port() {
        var known = address;
        return known == null ? settings.port() : known.getPort();
    }

    /** Where a request is sent to reach it. */
    InetSocketAddress target(InetSocketAddress battery) {
        return settings.broadcast()
                ? new InetSocketAddress(
                        Broadcasts.reaching(battery.getAddress()), battery.getPort())
                : battery;
    }

    /** Looks the host up if that is due; says what is wrong, if it is. */
    Optional<String> locate() throws InterruptedException {
        if (lookupDue()) {
            lookUp();
        }
        var known = address;
        if (known == null) {
            return Optional.of(
                    settings.host()
                            .map(host -> "the host name " + host + " has no IPv4 address now")
                            .orElse("its address is not known yet: it has not been found"));
        }
        return known.getAddress() instanceof Inet4Address
                ? Optional.empty()
                : Optional.of("batteries speak IPv4 only, not " + settings.host().orElse("this"));
    }

    private synchronized boolean lookupDue() {
        return byName
                && !moved
                && !lookingUp
                && (address == null || losses >= LOSSES_TO_LOOK_AGAIN);
    }

    private void lookUp() throws InterruptedException {
        var host = settings.host().orElseThrow();
        BlockingQueue<Boolean> done = new ArrayBlockingQueue<>(1);
        synchronized (this) {
            lookingUp = true;
            losses = 0;
        }
        // A resolver can't be interrupted, so the caller doesn't wait for it beyond measure.
        Thread.ofVirtual()
                .name("marstek-lookup-" + settings.id())
                .start(
                        () -> {
                            found(addressOf(host));
                            done.add(true);
                        });
        time.pause().take(done, LONGEST_LOOKUP);
    }

    private static Optional<InetAddress> addressOf(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(Inet4Address.class::isInstance)
                    .findFirst();
        } catch (UnknownHostException unknown) {
            LOG.debug("No address of {}: {}", host, unknown.getMessage());
            return Optional.empty();
        }
    }

    private synchronized void found(Optional<InetAddress> host) {
        lookingUp = false;
        if (!moved) {
            host.ifPresent(known -> address = new InetSocketAddress(known, settings.port()));
        }
    }

    /** Discovery found it there. */
    synchronized void moveTo(InetSocketAddress found) {
        moved = true;
        address = found;
    }

    synchronized void answered() {
        losses = 0;
    }

    synchronized void lost() {
        losses++;
    }
}
