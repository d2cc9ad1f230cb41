package pilotempo.marstek;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import pilotempo.battery.Mac;

/** What a datagram says. */
sealed interface Message {
    /** A JSON-RPC reply. */
    sealed interface Answer extends Message {
        /** The id it answers, 0 when the device could not read it. */
        int id();

        /** Who says it. */
        Source source();
    }

    /** Success; empty where a command was only received. */
    record Result(int id, Source source, JsonNode result) implements Answer {}

    /** An error. */
    record Failure(int id, Source source, int code, String text) implements Answer {}

    /** A request: our own broadcast, an echo of the device, another program's probe. */
    record Request() implements Message {}

    /** Nothing of this API. */
    record Garbage(String why) implements Message {}

    /**
     * Who says it.
     *
     * @param model model part of {@code src}, a name or a SKU
     * @param mac from {@code src}, else from the result
     * @param signed whether the MAC stands in {@code src}
     */
    record Source(Optional<String> model, Optional<Mac> mac, boolean signed) {}
}
