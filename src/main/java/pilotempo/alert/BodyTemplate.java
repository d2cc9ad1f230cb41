package pilotempo.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a webhook: {@code {title}}, {@code {text}}, {@code {message}} (both), {@code
 * {severity}}, {@code {battery}}, {@code {time}} (ISO 8601, UTC) and {@code {id}} are filled in. In
 * a JSON template what is filled in is escaped; other braces stay as they are. No text is empty,
 * for some receivers refuse that: where there is nothing but a title, the text is the title again.
 */
final class BodyTemplate {
    private static final String DEFAULT =
            "{\"title\":\"{title}\",\"message\":\"{text}\",\"severity\":\"{severity}\","
                    + "\"battery\":\"{battery}\",\"time\":\"{time}\",\"id\":\"{id}\"}";
    private static final Pattern PLACE =
            Pattern.compile("\\{(title|text|message|severity|battery|time|id)}");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final String template;
    private final boolean json;

    BodyTemplate(Optional<String> template) {
        this.template = template.filter(text -> !text.isBlank()).orElse(DEFAULT);
        this.json = isJson(this.template);
    }

    String contentType() {
        return json ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
    }

    String filled(Parcel parcel) {
        var values =
                Map.of(
                        "title", parcel.title(),
                        "text", parcel.text().isEmpty() ? parcel.title() : parcel.text(),
                        "message", parcel.whole(),
                        "severity", parcel.severity(),
                        "battery", parcel.battery(),
                        "time", parcel.at().toString(),
                        "id", parcel.id().toString());
        return PLACE.matcher(template)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        written(values.getOrDefault(place.group(1), ""))));
    }

    private String written(String value) {
        return json ? new String(JsonStringEncoder.getInstance().quoteAsString(value)) : value;
    }

    /** It is JSON if it is so with a letter in each place: what is filled in stands in quotes. */
    private static boolean isJson(String template) {
        var filled = PLACE.matcher(template).replaceAll("x").strip();
        if (!filled.startsWith("{") && !filled.startsWith("[")) {
            return false;
        }
        try {
            JSON.readTree(filled);
            return true;
        } catch (JsonProcessingException other) {
            return false;
        }
    }
}
