package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a device has to say to a call. */
sealed interface Answer {
    /** A result. */
    record Result(ObjectNode values) implements Answer {}

    /** A JSON-RPC error; its data is null where no device was heard. */
    record Failure(int code, String message, @Nullable Integer data) implements Answer {
        static final Failure METHOD_NOT_FOUND = new Failure(-32601, "Method not found", 424);
        static final Failure INVALID_REQUEST = new Failure(-32600, "Invalid Request", null);
        static final Failure INVALID_PARAMS = new Failure(-32602, "Invalid params", 412);
        static final Failure UNREADABLE = new Failure(-32700, "Parse error", 402);
        static final Failure BUSY = new Failure(-32700, "Parse error", 403);
    }

    /** Nothing: some firmware does not answer what it does not know. */
    record Silence() implements Answer {}
}
