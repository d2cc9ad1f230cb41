package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One request that was sent, from its departure until its id is forgotten. Ends once: with an
 * answer, or lost. Thread-safe.
 */
final class Flight {
    /** What a datagram with this flight's id turned out to be. */
    enum Landing {
        /** The answer. */
        ANSWER,
        /** An answer after the time-out. */
        LATE,
        /** Another copy. */
        DOUBLED,
        /** Yet another copy. */
        REPEATED
    }

    private enum State {
        IN_FLIGHT,
        LOST,
        LANDED,
        DOUBLED
    }

    private final int id;
    private final Asker asker;
    private final InetSocketAddress destination;
    private final long departed;
    private final BlockingQueue<Outcome> answer = new ArrayBlockingQueue<>(1);
    private State state = State.IN_FLIGHT;

    /**
     * @param destination the battery's own address, also where it is asked by broadcast
     * @param departed by the ticker
     */
    Flight(int id, Asker asker, InetSocketAddress destination, long departed) {
        this.id = id;
        this.asker = asker;
        this.destination = destination;
        this.departed = departed;
    }

    int id() {
        return id;
    }

    Asker asker() {
        return asker;
    }

    InetSocketAddress destination() {
        return destination;
    }

    long departed() {
        return departed;
    }

    /** Where the answer will be, or that nothing came when the socket is closed. */
    BlockingQueue<Outcome> answer() {
        return answer;
    }

    synchronized boolean inFlight() {
        return state == State.IN_FLIGHT;
    }

    /** A reply that belongs here has come; {@code first} runs before its waiter wakes. */
    synchronized Landing land(Arrival arrival, Message.Answer message, Runnable first) {
        return switch (state) {
            case IN_FLIGHT -> {
                state = State.LANDED;
                first.run();
                var latency = Duration.ofNanos(arrival.nanos() - departed);
                answer.add(new Outcome.Came(message, arrival, latency));
                yield Landing.ANSWER;
            }
            case LOST -> {
                state = State.LANDED;
                yield Landing.LATE;
            }
            case LANDED -> {
                state = State.DOUBLED;
                yield Landing.DOUBLED;
            }
            case DOUBLED -> Landing.REPEATED;
        };
    }

    /** Time is up; the answer, should it have come in this very moment, else null. */
    synchronized @Nullable Outcome giveUp() {
        if (state == State.IN_FLIGHT) {
            state = State.LOST;
        }
        return answer.poll();
    }

    /** The socket closes. */
    synchronized void cancel() {
        if (state == State.IN_FLIGHT) {
            state = State.LOST;
            answer.add(new Outcome.NothingCame(Duration.ZERO));
        }
    }
}
