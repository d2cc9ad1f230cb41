package pilotempo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.app.cli.CommandLines;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.SettingsFile;

/** The command {@code tempo} on a desk of its own; a server on loopback knows every colour. */
class TempoCommandTest {
    @TempDir private Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                folder.resolve("settings.yaml"),
                "tempo: {source: public, public: {base-url: \"http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "\"}}\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void on_the_last_day_of_a_past_season_tomorrow_is_of_the_next_one_and_known() throws Exception {
        var told = tempo("--at", "2024-08-31T12:00:00Z");

        assertThat(told.at("/season").asText()).isEqualTo("2023-2024");
        assertThat(told.at("/today/colour").asText()).isEqualTo("BLUE");
        assertThat(told.at("/tomorrow/date").asText()).isEqualTo("2024-09-01");
        assertThat(told.at("/tomorrow/colour").asText()).isEqualTo("BLUE");
        assertThat(asked)
                .containsExactly(
                        "periode=2026-2027", // the running one, once
                        "periode=2023-2024",
                        "periode=2024-2025");
    }

    @Test
    void a_day_before_all_that_anybody_knows_is_unknown_and_costs_no_question() throws Exception {
        var told = tempo("--at", "2013-01-15T12:00:00Z");

        assertThat(told.at("/today/status").asText()).isEqualTo("UNKNOWN");
        assertThat(told.at("/now/eur_per_kwh").isNull()).isTrue();
        assertThat(asked).containsExactly("periode=2026-2027");
    }

    @Test
    void a_moment_that_no_calendar_holds_is_a_wrong_value() throws Exception {
        for (var at : List.of("+999999999-12-31T23:00:00Z", "-999999999-01-01T00:00:00Z")) {
            var err = new ByteArrayOutputStream();

            int code = run(new ByteArrayOutputStream(), err, "tempo", "--json", "--at", at);

            assertThat(code).isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains(at).hasLineCount(1);
        }
    }

    @Test
    void a_person_reads_why_a_colour_is_not_known() throws Exception {
        server.stop(0);
        var out = new ByteArrayOutputStream();

        int code = run(out, new ByteArrayOutputStream(), "tempo");

        assertThat(code).isZero();
        assertThat(out.toString(UTF_8))
                .contains("today     2026-11-25 not known\n")
                .contains("No connection to 127.0.0.1: check network, DNS and firewall.")
                .doesNotContain("blue\n");
    }

    private JsonNode tempo(String... options) throws Exception {
        var args = new ArrayList<>(List.of("tempo", "--json"));
        args.addAll(List.of(options));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(run(out, err, args.toArray(String[]::new))).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args)
            throws Exception {
        var loaded = SettingsFile.load(Optional.of(folder.resolve("settings.yaml")), Map.of());
        var now = ManualTime.at("2026-11-25T12:00:00Z").time();
        try (var desk = Desk.open(loaded, folder.resolve("data"), now)) {
            return CommandLines.run(new AloneOn(desk, out, err), List.of(args));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        asked.add(query);
        int year = Integer.parseInt(query.substring("periode=".length(), "periode=2024".length()));
        var days =
                LocalDate.of(year, 9, 1)
                        .datesUntil(LocalDate.of(year + 1, 9, 1))
                        .filter(day -> !day.isAfter(LocalDate.of(2026, 11, 26)))
                        .map(day -> "{\"dateJour\":\"" + day + "\",\"codeJour\":1}")
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, days.length);
            exchange.getResponseBody().write(days);
        }
    }
}
