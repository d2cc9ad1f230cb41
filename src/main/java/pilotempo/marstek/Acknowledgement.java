package pilotempo.marstek;

import java.time.Duration;

/** What became of one write that was sent once. Whether the battery obeys is another question. */
public sealed interface Acknowledgement {
    /** {@code set_result: true}: the device received it. */
    record Received(Duration latency) implements Acknowledgement {}

    /** {@code set_result: false} or an error: refused, busy, or already in that mode. */
    record Refused(String why) implements Acknowledgement {}

    /** No answer in time; the write may have arrived. */
    record Lost(Duration waited) implements Acknowledgement {}

    /** Not sent: no address, or the right MAC has not answered there in this run. */
    record NotSent(String why) implements Acknowledgement {}
}
