package pilotempo.marstek.simulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;

/** What a datagram says, as far as the firmware understands it. */
sealed interface Request {
    JsonMapper JSON = new JsonMapper();

    /** A method to run; the id as the firmware echoes it. */
    record Call(JsonNode id, String method, JsonNode params) implements Request {}

    /** No JSON object. */
    record Unreadable() implements Request {}

    /** An object without a method. */
    record Invalid(JsonNode id) implements Request {}

    /** Nothing at all. */
    record Empty() implements Request {}

    /** Somebody's reply that came by; never answered, lest two devices talk for ever. */
    record SomeReply() implements Request {}

    static Request read(byte[] datagram) {
        if (datagram.length == 0) {
            return new Empty();
        }
        JsonNode node;
        try {
            node = JSON.readTree(datagram);
        } catch (JacksonException unreadable) {
            return new Unreadable();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (!node.isObject()) {
            return new Unreadable();
        }
        if (!node.path("method").isTextual()) {
            return node.has("result") || node.has("error")
                    ? new SomeReply()
                    : new Invalid(echo(node.path("id")));
        }
        return new Call(echo(node.path("id")), node.path("method").asText(), node.path("params"));
    }

    /** Numbers are kept in 16 bits, strings as they are, anything else becomes 0. */
    private static JsonNode echo(JsonNode id) {
        if (id.isNumber()) {
            return new IntNode((int) (id.longValue() & 0xffff));
        }
        return id.isTextual() ? id : new IntNode(0);
    }
}
