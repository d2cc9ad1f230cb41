package pilotempo.history;

import java.util.Map;
import java.util.Optional;

/**
 * Small facts that outlive a run: until when the plan is paused, a battery's day mode. Thread-safe;
 * reading answers at once, from memory.
 */
public interface Facts {
    /** What is kept under the name, of at most 40 characters. */
    Optional<String> get(String name);

    /** All whose name begins so. */
    Map<String, String> beginningWith(String prefix);

    /** Keeps a fact of at most 200 characters; durable with the next commit. */
    void keep(String name, String content);

    /** Forgets it. */
    void forget(String name);
}
