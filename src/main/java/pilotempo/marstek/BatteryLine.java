package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.util.function.Supplier;
import pilotempo.battery.BatteryCommand;

/**
 * The one way to one battery. It owns the rule of one request in flight, the gap after each answer
 * or time-out, and the order write before check before read before discovery probe. Thread-safe:
 * callers queue.
 */
public interface BatteryLine {
    /** People's id of the battery. */
    String id();

    /**
     * Asks once and waits for the answer or the time-out; the time-out follows the battery's own
     * latency. Not repeated here: that is the caller's choice.
     */
    Reply ask(Query query) throws InterruptedException;

    /**
     * The same for what a write needs to know, ahead of waiting reads and within a time of the
     * caller's.
     */
    Reply check(Query query, Haste haste) throws InterruptedException;

    /**
     * Sends a command once, ahead of waiting reads. Refuses while the right MAC has not answered in
     * this run.
     *
     * @param command asked for when its turn has come, for what it says may depend on the time
     */
    Acknowledgement order(Supplier<BatteryCommand> command, Haste haste)
            throws InterruptedException;

    /** Whether this device, as far as known from its family and firmware, knows the question. */
    boolean supports(Query query);

    /** The battery was found at another address. */
    void moveTo(InetSocketAddress address);

    /** A snapshot. */
    LineState state();
}
