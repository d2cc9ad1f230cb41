package pilotempo.marstek;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens on a line. Thread-safe. */
final class Tally {
    final LongAdder sent = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder doubled = new LongAdder();
    final LongAdder foreign = new LongAdder();
    final LongAdder garbage = new LongAdder();
    final LongAdder strangers = new LongAdder();
    final LongAdder orders = new LongAdder();

    LineCounts counts() {
        return new LineCounts(
                sent.sum(),
                answered.sum(),
                late.sum(),
                doubled.sum(),
                foreign.sum(),
                garbage.sum(),
                strangers.sum(),
                orders.sum());
    }
}
