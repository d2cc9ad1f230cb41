package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BodyTemplateTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private final Parcel parcel =
            new Parcel(
                    ID,
                    "Garage \"the old\" {text} $1 \\",
                    "line one\nline two",
                    Parcel.URGENT,
                    "Garage",
                    Instant.parse("2025-01-10T05:05:00Z"));

    @Test
    void without_a_template_it_is_json_with_everything() throws Exception {
        var template = new BodyTemplate(Optional.empty());
        var json = new ObjectMapper().readTree(template.filled(parcel));
        assertThat(template.contentType()).startsWith("application/json");
        assertThat(json.get("title").asText()).isEqualTo(parcel.title());
        assertThat(json.get("message").asText()).isEqualTo(parcel.text());
        assertThat(json.get("severity").asText()).isEqualTo("urgent");
        assertThat(json.get("battery").asText()).isEqualTo("Garage");
        assertThat(json.get("time").asText()).isEqualTo("2025-01-10T05:05:00Z");
        assertThat(json.get("id").asText()).isEqualTo(ID.toString());
    }

    @Test
    void a_json_template_stays_json_whatever_is_filled_in() throws Exception {
        var template =
                new BodyTemplate(
                        Optional.of("{\"topic\":\"x\",\"a\":{\"b\":[\"{title} - {message}\"]}}"));
        var json = new ObjectMapper().readTree(template.filled(parcel));
        assertThat(json.at("/a/b/0").asText())
                .isEqualTo(parcel.title() + " - " + parcel.title() + "\n" + parcel.text());
    }

    @Test
    void any_other_template_is_text_as_it_is() {
        var template = new BodyTemplate(Optional.of("{title}: {text} ({unknown})"));
        assertThat(template.contentType()).startsWith("text/plain");
        assertThat(template.filled(parcel))
                .isEqualTo(parcel.title() + ": line one\nline two ({unknown})");
    }

    @Test
    void a_place_outside_of_quotes_makes_no_json() {
        assertThat(new BodyTemplate(Optional.of("{\"title\": {title}}")).contentType())
                .startsWith("text/plain");
        assertThat(new BodyTemplate(Optional.of("{text}")).contentType()).startsWith("text/plain");
    }

    @Test
    void a_text_is_never_empty() {
        var bare = new Parcel(ID, "A red day", "", Parcel.WARNING, "", parcel.at());
        assertThat(new BodyTemplate(Optional.of("{title}: {text} ({battery})")).filled(bare))
                .isEqualTo("A red day: A red day ()");
    }

    @Test
    void a_blank_template_is_none() {
        assertThat(new BodyTemplate(Optional.of("  ")).contentType())
                .startsWith("application/json");
    }
}
