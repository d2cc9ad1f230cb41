package pilotempo.control;

import java.util.Optional;
import java.util.function.Consumer;
import pilotempo.lifecycle.Subscription;

/** The one way to write to batteries. Thread-safe. */
public interface Control extends AutoCloseable {
    /**
     * Carries an order out and waits until it is decided, at most about a minute: checked against
     * the limits, noted in the journal before the first datagram, sent at most five times with
     * growing pauses, read back. A power that comes out reversed is undone at once.
     *
     * @param progress hears how far it is, on the caller's thread
     * @throws BadOrder when it can't be given; nothing was sent
     * @throws InterruptedException when the caller gave up; the journal says how far it came
     */
    Outcome order(Order order, Consumer<Stage> progress) throws BadOrder, InterruptedException;

    /**
     * Decides what was cut off, by the end of an earlier run or by a caller that gave up: reads the
     * batteries back, and undoes a power that came out reversed. Waits, about a minute for a
     * battery that does not answer.
     *
     * @return whether nothing is left undecided
     */
    boolean settle() throws InterruptedException;

    /** What the battery can be told. */
    Limits limits(String battery) throws BadOrder;

    /** How far the order under way is; empty when none is. */
    Optional<Stage> busy(String battery);

    /** What Pilotempo wrote into its program. Waits for the disk. */
    SlotLedger slots(String battery) throws BadOrder;

    /**
     * Signals at once and whenever an order begins, goes on or ends; the listener must not wait.
     */
    Subscription onChange(Runnable listener);

    /** Ends what is under way; its journal line stays as far as it came. */
    @Override
    void close();
}
