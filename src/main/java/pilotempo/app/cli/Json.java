package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document with the generator alone: databind would double the start-up time of a
 * command.
 */
final class Json {
    private Json() {}

    /** Writes the document's content. */
    @FunctionalInterface
    interface Content {
        /** Writes it. */
        void to(JsonGenerator json) throws IOException;
    }

    /** One document and a line end; the stream stays open. */
    static void print(OutputStream out, Content content) throws IOException {
        var json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        content.to(json);
        json.close();
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A number without noise ({@code 57}, not {@code 57.0}), or null. */
    static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, plain(value));
        }
    }

    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    static void flag(JsonGenerator json, String name, @Nullable Boolean value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeBooleanField(name, value);
        }
    }

    static void instant(JsonGenerator json, String name, @Nullable Instant value)
            throws IOException {
        text(json, name, value == null ? null : value.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static BigDecimal plain(double value) {
        var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
