package pilotempo.lifecycle;

/** A clock that only runs forward, for time-outs and ages: the wall clock jumps. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since some fixed moment. */
    long nanos();
}
