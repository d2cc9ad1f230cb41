package pilotempo.lifecycle;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Waiting, as a parameter: tests wait in their own time. */
public interface Pause {
    /** Waits for at least the duration; at once for zero or less. */
    void forAtLeast(Duration duration) throws InterruptedException;

    /** Takes the queue's head, waiting at most the duration for one; null when none came. */
    <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost) throws InterruptedException;
}
