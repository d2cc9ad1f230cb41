package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.LinkHealth;
import pilotempo.live.RestTest;

/** How well a battery answers and what the harm guard does, as JSON. */
final class LinkJson {
    private LinkJson() {}

    /** Writes the member {@code link}. */
    static void write(JsonGenerator json, LinkHealth link, Instant now) throws IOException {
        json.writeObjectFieldStart("link");
        json.writeNumberField("sent", link.sent());
        json.writeNumberField("answered", link.answered());
        Json.number(json, "lost_pct", tenths(link.lostPercent()));
        Json.number(json, "lost_lately_pct", tenths(link.lostLately()));
        Json.number(json, "p50_ms", millis(link.p50()));
        Json.number(json, "p95_ms", millis(link.p95()));
        json.writeStringField("diagnosis", word(link.diagnosis()));
        Json.number(json, "pace_s", tenths(link.pace().toMillis() / 1e3));
        guard(json, link.harm(), now);
        json.writeEndObject();
    }

    private static void guard(JsonGenerator json, Harm harm, Instant now) throws IOException {
        json.writeNumberField("slowing", harm.slowing());
        var cause = harm.cause();
        Json.text(json, "slowed_for", cause == null ? null : word(cause));
        json.writeObjectFieldStart("signs_last_hour");
        for (var sign : HarmSign.values()) {
            var times = harm.lastHour().get(sign);
            if (times != null) {
                json.writeNumberField(word(sign), times);
            }
        }
        json.writeEndObject();
        var rest = harm.rest();
        if (rest == null) {
            json.writeNullField("rest_test");
            return;
        }
        json.writeObjectFieldStart("rest_test");
        json.writeStringField("state", state(rest, now));
        Json.instant(json, "from", rest.from());
        Json.instant(json, "until", rest.until());
        json.writeEndObject();
    }

    private static String state(RestTest rest, Instant now) {
        var verdict = rest.verdict();
        if (verdict != null) {
            return word(verdict);
        }
        return rest.runsAt(now) ? "running" : "comparing";
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double tenths(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }

    private static @Nullable Double millis(@Nullable Duration latency) {
        return latency == null ? null : Math.round(latency.toNanos() / 1e5) / 10.0;
    }
}
