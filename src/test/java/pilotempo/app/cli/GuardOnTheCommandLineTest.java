package pilotempo.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.live.Diagnosis;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.LinkHealth;
import pilotempo.live.RestTest;

class GuardOnTheCommandLineTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final RestTest RESTING =
            new RestTest(
                    NOW.minusSeconds(600),
                    NOW.plusSeconds(1200),
                    null,
                    new RestTest.Condition(52.0, true, 3),
                    null);

    @Test
    void a_slowed_battery_says_pace_factor_cause_and_signs() throws IOException {
        var signs = new EnumMap<HarmSign, Integer>(HarmSign.class);
        signs.put(HarmSign.LOSSES, 3);
        signs.put(HarmSign.METER_LOST, 1);
        var link = json(new Harm(signs, 4, HarmSign.LOSSES, null));

        assertThat(link.path("pace_s").asInt()).isEqualTo(80);
        assertThat(link.path("slowing").asInt()).isEqualTo(4);
        assertThat(link.path("slowed_for").asText()).isEqualTo("losses");
        assertThat(link.path("signs_last_hour").toString())
                .isEqualTo("{\"meter_lost\":1,\"losses\":3}");
        assertThat(link.path("rest_test").isNull()).isTrue();
    }

    @Test
    void a_battery_that_is_well_has_the_same_keys() throws IOException {
        var link = json(Harm.NONE);

        assertThat(link.fieldNames())
                .toIterable()
                .containsExactly(
                        "sent",
                        "answered",
                        "lost_pct",
                        "lost_lately_pct",
                        "p50_ms",
                        "p95_ms",
                        "diagnosis",
                        "pace_s",
                        "slowing",
                        "slowed_for",
                        "signs_last_hour",
                        "rest_test");
        assertThat(link.path("lost_pct").asDouble()).isEqualTo(10);
        assertThat(link.path("lost_lately_pct").asDouble()).isEqualTo(33.3);
        assertThat(link.path("slowing").asInt()).isEqualTo(1);
        assertThat(link.path("slowed_for").isNull()).isTrue();
        assertThat(link.path("signs_last_hour").isEmpty()).isTrue();
    }

    @Test
    void a_rest_test_has_a_state() throws IOException {
        var rest = json(new Harm(Map.of(), 1, null, RESTING)).path("rest_test");
        assertThat(rest.path("state").asText()).isEqualTo("running");
        assertThat(rest.path("until").asText()).isEqualTo("2026-11-30T12:20:00Z");

        assertThat(stateOf(null)).isEqualTo("comparing");
        assertThat(stateOf(RestTest.Verdict.NO_DIFFERENCE)).isEqualTo("no_difference");
    }

    @Test
    void doctor_tells_how_much_less_often_and_why() {
        assertThat(advice(new Harm(Map.of(), 4, HarmSign.LOSSES, null)))
                .containsExactly(
                        "asked every 80 s, 4 times less often than set, for it loses too many"
                                + " requests: check its Wi-Fi, end other programs that ask it, or"
                                + " set a longer poll.interval");
        assertThat(advice(Harm.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_cause_has_one_line(HarmSign cause) {
        assertThat(advice(new Harm(Map.of(cause, 2), 2, cause, null))).hasSize(1);
    }

    @Test
    void doctor_tells_a_meter_that_is_gone_although_nothing_is_slowed_for_it() {
        assertThat(advice(new Harm(Map.of(HarmSign.METER_GONE, 1), 1, null, null)))
                .singleElement()
                .asString()
                .startsWith("it has not heard its CT meter for ten minutes or more: see in");
    }

    @Test
    void doctor_tells_a_rest_in_local_time() {
        assertThat(advice(new Harm(Map.of(), 1, null, RESTING)))
                .containsExactly("left alone until 13:20 by a rest test; commands still reach it");
    }

    private static String stateOf(RestTest.@Nullable Verdict verdict) throws IOException {
        var over =
                new RestTest(
                        NOW.minusSeconds(1800), NOW, verdict, RESTING.before(), RESTING.before());
        return json(new Harm(Map.of(), 1, null, over)).path("rest_test").path("state").asText();
    }

    private static List<String> advice(Harm harm) {
        return GuardAdvice.of(link(harm), NOW, ZoneId.of("Europe/Paris"));
    }

    private static JsonNode json(Harm harm) throws IOException {
        var out = new ByteArrayOutputStream();
        Json.print(
                out,
                json -> {
                    json.writeStartObject();
                    LinkJson.write(json, link(harm), NOW);
                    json.writeEndObject();
                });
        return new ObjectMapper().readTree(out.toByteArray()).path("link");
    }

    private static LinkHealth link(Harm harm) {
        return new LinkHealth(
                Diagnosis.GOOD,
                false,
                100,
                90,
                100.0 / 3,
                Duration.ofMillis(150),
                Duration.ofMillis(600),
                NOW,
                Duration.ofSeconds(80),
                Duration.ofSeconds(2),
                0,
                false,
                harm);
    }
}
