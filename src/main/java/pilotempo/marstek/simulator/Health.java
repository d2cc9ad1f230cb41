package pilotempo.marstek.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What being asked does to a device: it hangs, switches its API off, loses its meter. */
final class Health {
    private static final long HURRY = Duration.ofMillis(300).toNanos();
    private static final long HANG = Duration.ofSeconds(30).toNanos();
    private static final long API_LIFE = Duration.ofMinutes(10).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long CT_AWAY = Duration.ofMinutes(3).toNanos();
    private static final int CT_BEARS_A_MINUTE = 8;

    private final Set<Fault> faults;
    private final Logbook log;
    private final Deque<Long> lastMinute = new ArrayDeque<>();
    private boolean frozen;
    private @Nullable Long firstRequest;
    private @Nullable Long hangsUntil;
    private @Nullable Long ctAwayUntil;
    private boolean rebooted;

    Health(Set<Fault> faults, Logbook log) {
        this.faults = faults;
        this.log = log;
    }

    /** An empty datagram came. */
    synchronized void empty() {
        if (faults.contains(Fault.FREEZES_ON_EMPTY) && !frozen) {
            frozen = true;
            log.hung();
        }
    }

    /** A write came. */
    synchronized void written(long nanos) {
        if (faults.contains(Fault.DIES_ON_WRITE)) {
            frozen = true;
        }
        if (faults.contains(Fault.REBOOTS_ON_WRITE) && !rebooted) {
            rebooted = true;
            hangsUntil = nanos + HANG;
        }
    }

    /** A request came; says whether the device is still able to answer it. */
    synchronized boolean survives(long nanos, long interval) {
        if (firstRequest == null) {
            firstRequest = nanos;
        }
        if (faults.contains(Fault.LOSES_CT)) {
            wearCt(nanos);
        }
        boolean hangs = hangsUntil != null && nanos - hangsUntil < 0;
        if (!hangs && faults.contains(Fault.HANGS_WHEN_HURRIED) && interval < HURRY) {
            hangsUntil = nanos + HANG;
            hangs = true;
            log.hung();
        }
        boolean off = faults.contains(Fault.API_OFF) && nanos - firstRequest > API_LIFE;
        return !hangs && !off && !frozen;
    }

    private void wearCt(long nanos) {
        lastMinute.addLast(nanos);
        while (nanos - lastMinute.getFirst() > MINUTE) {
            lastMinute.removeFirst();
        }
        if (lastMinute.size() > CT_BEARS_A_MINUTE) {
            ctAwayUntil = nanos + CT_AWAY;
        }
    }

    /** Whether the device hears its meter. */
    synchronized boolean ctHeard(long nanos) {
        return ctAwayUntil == null || nanos - ctAwayUntil >= 0;
    }
}
