package pilotempo.lifecycle;

/** A listener's registration; closing it lets the listener go. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
