package pilotempo.marstek;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sending side of a line: a turn, a datagram, and the wait for its answer. */
final class Sender {
    private final LineParts line;
    private final Turns turns;
    private final Asker asker;
    private volatile boolean ephemeral;
    private volatile @Nullable Flight latest;

    Sender(LineParts line, Turns turns, Asker asker) {
        this.line = line;
        this.turns = turns;
        this.asker = asker;
    }

    /** Whether the last request left from an arbitrary port. */
    boolean ephemeral() {
        return ephemeral;
    }

    /** Sends a request in its turn and waits for how it ends. */
    Outcome exchange(Turns.Rank rank, Supplier<Call> call, Haste haste)
            throws InterruptedException {
        var problem = line.whereabouts().locate();
        if (problem.isPresent()) {
            return new Outcome.Unsent(problem.get());
        }
        switch (turns.take(rank, haste.turn())) {
            case GIVEN -> {}
            case TOO_LATE -> {
                return new Outcome.Unsent("the battery is still busy with other questions");
            }
            case CLOSED -> {
                return new Outcome.Unsent("the program closes");
            }
        }
        try {
            var battery = line.whereabouts().address();
            if (battery == null) {
                return new Outcome.Unsent("its address is not known any more");
            }
            var holder = line.neighbours().holder(battery, line.id());
            if (holder.isPresent()) {
                // Two lines would not keep each other's gaps.
                line.identity().strange(holder.get());
                return new Outcome.Unsent("another battery of the settings is at its address");
            }
            if (rank == Turns.Rank.WRITE && !line.identity().seenAt(battery)) {
                return new Outcome.Unsent(
                        "the right battery has not answered at this address since the start");
            }
            if (rank == Turns.Rank.WRITE) {
                line.tally().orders.increment();
            }
            return await(send(battery, call.get()), haste.answer());
        } catch (IOException refused) {
            return new Outcome.Unsent("the system refused to send: " + refused.getMessage());
        } finally {
            turns.release();
        }
    }

    /** Ends the wait for an answer. */
    void callOff() {
        var flight = latest;
        if (flight != null) {
            flight.cancel();
        }
    }

    private Flight send(InetSocketAddress battery, Call call) throws IOException {
        var socket = line.neighbours().socket(battery);
        ephemeral = socket.ephemeral();
        var flight = socket.flights().depart(asker, battery, now());
        latest = flight;
        line.tally().sent.increment();
        try {
            socket.send(
                    Wire.request(flight.id(), call.method(), call.params()),
                    line.whereabouts().target(battery));
            return flight;
        } catch (IOException refused) {
            line.tally().sent.decrement();
            flight.cancel();
            throw refused;
        }
    }

    private Outcome await(Flight flight, Duration atMost) throws InterruptedException {
        var timeOut = line.patience().timeOut();
        var patience = timeOut.compareTo(atMost) < 0 ? timeOut : atMost;
        long deadline = flight.departed() + patience.toNanos();
        try {
            while (true) {
                long left = deadline - now();
                var came =
                        left > 0
                                ? line.time().pause().take(flight.answer(), Duration.ofNanos(left))
                                : flight.giveUp();
                if (came instanceof Outcome.Came) {
                    line.whereabouts().answered();
                    return came;
                }
                if (came != null || left <= 0) {
                    line.quiet().ended(now());
                    line.whereabouts().lost();
                    return new Outcome.NothingCame(Duration.ofNanos(now() - flight.departed()));
                }
            }
        } catch (InterruptedException calledOff) {
            flight.giveUp();
            line.quiet().ended(now());
            throw calledOff;
        }
    }

    private long now() {
        return line.time().ticker().nanos();
    }
}
