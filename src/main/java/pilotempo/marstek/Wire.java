package pilotempo.marstek;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pilotempo.battery.Mac;

/** Datagrams to messages and back. Reading never throws: what can't be read is garbage. */
final class Wire {
    static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final int HIGHEST_ID = 65535;

    private Wire() {}

    /** A request in compact form: with blanks, devices lose more of them. */
    static byte[] request(int id, String method, ObjectNode params) {
        var request = JSON.createObjectNode().put("id", id).put("method", method);
        request.set("params", params);
        return request.toString().getBytes(UTF_8);
    }

    /** The parameters of a question. */
    static ObjectNode params(Query query) {
        return query == Query.IDENTITY
                ? JSON.createObjectNode().put("ble_mac", "0")
                : JSON.createObjectNode().put("id", 0);
    }

    /** Reads the text of a datagram. */
    static Message read(String text) {
        try {
            var tree = JSON.readTree(text.strip().replaceAll("\0+$", ""));
            return tree.isObject() ? message(tree) : new Message.Garbage("not an object");
        } catch (JsonProcessingException unreadable) {
            return new Message.Garbage("not JSON");
        }
    }

    private static Message message(JsonNode tree) {
        if (tree.has("method")) {
            return new Message.Request();
        }
        var fields = new Fields(tree);
        var id = fields.whole("id");
        if (id == null || id < 0 || id > HIGHEST_ID) {
            return new Message.Garbage("no id");
        }
        var result = tree.path("result");
        var error = tree.path("error");
        if (result.isObject()) {
            return new Message.Result(id, source(fields, result), result);
        }
        if (error.isObject()) {
            var code = new Fields(error).whole("code");
            var text = new Fields(error).text("message").orElse("no message");
            return code == null
                    ? new Message.Garbage("error without a code")
                    : new Message.Failure(id, source(fields, result), code, text);
        }
        return new Message.Garbage("neither result nor error");
    }

    private static Message.Source source(Fields reply, JsonNode result) {
        var src = reply.text("src").orElse("");
        int dash = src.lastIndexOf('-');
        var signed = dash < 0 ? Optional.<Mac>empty() : Mac.parse(src.substring(dash + 1));
        var model = signed.isPresent() ? src.substring(0, dash) : src;
        return new Message.Source(
                Optional.of(model).filter(name -> !name.isBlank()),
                signed.or(() -> new Fields(result).text("ble_mac").flatMap(Mac::parse)),
                signed.isPresent());
    }
}
