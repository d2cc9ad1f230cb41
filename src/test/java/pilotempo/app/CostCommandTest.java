package pilotempo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.app.cli.CommandLines;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.SettingsFile;

/**
 * The command {@code cost} over an imported file: 500 W into a battery in the white night of 29
 * January 2025, 1000 W out of it on the red morning, and an hour at the end of 31 January.
 */
class CostCommandTest {
    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @TempDir private Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                folder.resolve("settings.yaml"),
                "batteries: [{id: salon, mac: \"02005e000001\"}]\n"
                        + "tempo: {source: public, public: {base-url: \"http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "\"}}\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_script_reads_the_shape_that_is_promised() throws Exception {
        imported();
        var told = json("--by", "day");

        assertThat(told.at("/currency").asText()).isEqualTo("EUR");
        assertThat(texts(told, "period")).containsExactly("2025-01-29", "2025-01-30", "2025-01-31");
        assertThat(texts(told, "colour")).containsExactly("WHITE", "RED", "RED");
        var eve = told.at("/rows/0");
        assertThat(eve.at("/charged_wh").decimalValue()).isEqualByComparingTo("4000");
        assertThat(eve.at("/delivered_wh").decimalValue()).isZero();
        assertThat(eve.at("/charge_cost").decimalValue()).isEqualByComparingTo("0.5944");
        assertThat(eve.at("/avoided_cost").decimalValue()).isEqualByComparingTo("0.0000");
        assertThat(eve.at("/saved").decimalValue()).isEqualByComparingTo("-0.5944");
        assertThat(eve.at("/hc/saved").decimalValue()).isEqualByComparingTo("-0.5944");
        assertThat(eve.at("/hp/saved").decimalValue()).isEqualByComparingTo("0.0000");
        assertThat(told.at("/rows/1/hp/avoided_cost").decimalValue())
                .isEqualByComparingTo("2.2686");
        assertThat(told.at("/total/saved").decimalValue()).isEqualByComparingTo("1.8310");
        assertThat(told.at("/total/hc/delivered_wh").decimalValue()).isEqualByComparingTo("1000");
        assertThat(told.at("/by_colour/RED/hp/saved").decimalValue())
                .isEqualByComparingTo("2.2686");
        assertThat(told.at("/unpriced_days")).isEmpty();
        assertThat(asked).containsExactly("periode=2024-2025");
    }

    @Test
    void money_has_four_decimals() throws Exception {
        imported();
        assertThat(output(List.of("cost", "--json")))
                .contains("\"saved\" : 1.8310")
                .contains("\"charge_cost\" : 0.0000");
    }

    @Test
    void months_and_seasons_have_no_colour() throws Exception {
        imported();
        assertThat(texts(json(), "period")).containsExactly("2025-01");
        var season = json("--by", "season");
        assertThat(texts(season, "period")).containsExactly("2024-2025");
        assertThat(season.at("/rows/0").has("colour")).isFalse();
        assertThat(season.at("/rows/0/saved").decimalValue()).isEqualByComparingTo("1.8310");
    }

    @Test
    void from_and_to_are_tempo_days_or_instants() throws Exception {
        imported();
        var day = json("--by", "day", "--from", "2025-01-30", "--to", "2025-01-31");
        assertThat(texts(day, "period")).containsExactly("2025-01-30");
        var hour = json("--from", "2025-01-30T05:00:00Z", "--to", "2025-01-30T07:00:00+01:00");
        assertThat(hour.at("/total/saved").decimalValue()).isEqualByComparingTo("0.7562");
        assertThat(json("--from", "2025-02-01").at("/rows")).isEmpty();
    }

    @Test
    void without_a_colour_there_is_energy_and_no_money() throws Exception {
        server.stop(0);
        imported();
        var told = json("--by", "day");
        assertThat(told.at("/rows/0/colour").isNull()).isTrue();
        assertThat(told.at("/rows/0/saved").isNull()).isTrue();
        assertThat(told.at("/rows/0/hp/charge_cost").isNull()).isTrue();
        assertThat(told.at("/rows/0/charged_wh").decimalValue()).isEqualByComparingTo("4000");
        assertThat(told.at("/total/avoided_cost").isNull()).isTrue();
        assertThat(told.at("/unpriced_days")).hasSize(3);
        assertThat(text())
                .contains("3 days have no known colour or price: 2025-01-29 to 2025-01-31.")
                .containsPattern("2025-01 +4.00 +4.00 +— +— +—");
    }

    @Test
    void a_person_reads_a_table() throws Exception {
        assertThat(text()).isEqualTo("Nothing is recorded of that time.\n");
        imported();
        assertThat(text("--by", "day"))
                .containsPattern("day +charged kWh +delivered kWh +charging EUR +avoided EUR")
                .containsPattern("2025-01-29 white +4.00 +0.00 +0.59 +0.00 +-0.59\n")
                .containsPattern("total +4.00 +4.00 +0.59 +2.43 +1.83\n");
    }

    @Test
    void a_wrong_value_is_refused_in_one_line() throws Exception {
        for (var args :
                List.of(
                        List.of("cost", "--by", "week"),
                        List.of("cost", "--from", "tomorrow"),
                        List.of("cost", "--from", "2025-01-30", "--to", "2025-01-30"),
                        List.of("cost", "--from", "2025-01-30T05:00:00Z", "--to", "2025-01-30"))) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            assertThat(run(out, err, args)).as("%s", args).isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains("--").hasLineCount(1);
            assertThat(out.size()).isZero();
        }
    }

    private void imported() throws Exception {
        var csv = new StringBuilder("time,battery,ongrid_power_w\n");
        steady(csv, "2025-01-29T21:00:00Z", "2025-01-30T05:00:00Z", -500);
        steady(csv, "2025-01-30T05:00:00Z", "2025-01-30T08:00:00Z", 1000);
        csv.append("2025-01-30T08:00:00Z,salon,\n");
        steady(csv, "2025-01-31T21:00:00Z", "2025-01-31T22:00:00Z", 1000);
        csv.append("2025-01-31T22:00:00Z,salon,0\n");
        var file = Files.writeString(folder.resolve("past.csv"), csv);
        var out = new ByteArrayOutputStream();
        assertThat(run(out, out, List.of("history", "import", file.toString()))).isZero();
    }

    /** A reading each five minutes, the end exclusive. */
    private static void steady(StringBuilder csv, String from, String until, int ongridW) {
        var end = Instant.parse(until);
        for (var at = Instant.parse(from); at.isBefore(end); at = at.plusSeconds(300)) {
            csv.append(at).append(",salon,").append(ongridW).append('\n');
        }
    }

    private JsonNode json(String... options) throws Exception {
        var args = new ArrayList<>(List.of("cost", "--json"));
        args.addAll(List.of(options));
        return EXACT.readTree(output(args));
    }

    private String text(String... options) throws Exception {
        var args = new ArrayList<>(List.of("cost"));
        args.addAll(List.of(options));
        return output(args);
    }

    private String output(List<String> args) throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(run(out, err, args)).as(err.toString(UTF_8)).isZero();
        return out.toString(UTF_8);
    }

    private int run(ByteArrayOutputStream out, ByteArrayOutputStream err, List<String> args)
            throws Exception {
        var loaded = SettingsFile.load(Optional.of(folder.resolve("settings.yaml")), Map.of());
        var now = ManualTime.at("2026-11-25T12:00:00Z").time();
        try (var desk = Desk.open(loaded, folder.resolve("data"), now)) {
            return CommandLines.run(new AloneOn(desk, out, err), args);
        }
    }

    private static List<String> texts(JsonNode report, String field) {
        return StreamSupport.stream(report.at("/rows").spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getQuery());
        var colours = Map.of("2025-01-29", 2, "2025-01-30", 3, "2025-01-31", 3);
        var days =
                LocalDate.of(2024, 9, 1)
                        .datesUntil(LocalDate.of(2025, 9, 1))
                        .map(LocalDate::toString)
                        .map(
                                day ->
                                        "{\"dateJour\":\""
                                                + day
                                                + "\",\"codeJour\":"
                                                + colours.getOrDefault(day, 1)
                                                + "}")
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, days.length);
            exchange.getResponseBody().write(days);
        }
    }
}
