package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Writes JSON as the devices do: indented with tabs, a tab after each colon. */
final class CJson {
    private CJson() {}

    static String write(JsonNode node) {
        return write(node, 0);
    }

    private static String write(JsonNode node, int depth) {
        if (node.isObject()) {
            var inner = "\t".repeat(depth + 1);
            return node.properties().stream()
                    .map(
                            entry ->
                                    inner
                                            + '"'
                                            + entry.getKey()
                                            + "\":\t"
                                            + write(entry.getValue(), depth + 1))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + "\t".repeat(depth) + "}"));
        }
        return node.isFloatingPointNumber()
                ? Double.toString(Math.rint(node.doubleValue() * 10) / 10)
                : node.toString();
    }
}
