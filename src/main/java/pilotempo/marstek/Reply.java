package pilotempo.marstek;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pilotempo.battery.Device;
import pilotempo.battery.Observation;

/** How one question to a battery ended. */
public sealed interface Reply {
    /**
     * An answer that belongs to the question.
     *
     * @param observation normalised; {@link Observation#NOTHING} for an identity
     * @param device present for {@link Query#IDENTITY} only
     * @param at wall clock when the datagram came
     * @param latency from the datagram sent to the answer
     * @param raw the device's own text, for the diagnostics view
     */
    record Answered(
            Observation observation,
            Optional<Device> device,
            Instant at,
            Duration latency,
            String raw)
            implements Reply {}

    /**
     * The device's own error for this question.
     *
     * @param code JSON-RPC code
     * @param message the device's words
     * @param latency from the datagram sent to the error
     */
    record Refused(int code, String message, Duration latency) implements Reply {
        private static final int METHOD_NOT_FOUND = -32601;
        private static final int PARSE_ERROR = -32700;

        /** Whether the device says that it does not know the method. */
        public boolean unsupported() {
            return code == METHOD_NOT_FOUND;
        }

        /** Whether to ask again: our requests are readable, so the device was busy. */
        public boolean passing() {
            return code == PARSE_ERROR;
        }
    }

    /** No answer in time. */
    record Lost(Duration waited) implements Reply {}

    /**
     * Not asked: the battery has no address yet, its host name does not resolve, or the system
     * refused to send.
     */
    record NotSent(String why) implements Reply {}
}
