package pilotempo.tempo.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.tempo.source.JsonHttp.Answer;

/** The public API without a key, api-couleur-tempo.fr: somebody's own server, asked sparingly. */
final class PublicTempoSource implements TempoSource {
    private static final int MAX_SINGLE_DAYS = 7;
    private static final String UNKNOWN = "0";

    private final String base;
    private final JsonHttp http;

    PublicTempoSource(URI base, JsonHttp http) {
        this.base = base.toString().replaceAll("/+$", "");
        this.http = http;
    }

    @Override
    public String name() {
        return "public";
    }

    @Override
    public List<ToldColour> colours(LocalDate from, LocalDate last)
            throws TempoUnavailable, InterruptedException {
        var days = new TreeMap<LocalDate, ToldColour>();
        for (var query : queries(from, last)) {
            var answer = http.ask(JsonHttp.question(base + "/joursTempo?" + query));
            read(answer).forEach(day -> days.putIfAbsent(day.date(), day));
        }
        return List.copyOf(days.subMap(from, true, last, true).values());
    }

    /** A few days by their dates; more, by whole seasons. */
    private static List<String> queries(LocalDate from, LocalDate last) {
        if (ChronoUnit.DAYS.between(from, last) < MAX_SINGLE_DAYS) {
            return List.of(
                    from.datesUntil(last.plusDays(1))
                            .map(day -> "dateJour%5B%5D=" + day)
                            .collect(Collectors.joining("&")));
        }
        var queries = new ArrayList<String>();
        for (int year = TempoSeason.of(from).startYear();
                year <= TempoSeason.of(last).startYear();
                year++) {
            queries.add("periode=" + new TempoSeason(year).label());
        }
        return queries;
    }

    private static List<ToldColour> read(Answer answer) throws TempoUnavailable {
        if (answer.status() == 404 && isJson(answer)) {
            throw new TempoUnavailable(
                    Kind.NOT_YET, answer.host() + " does not know the days asked for yet.");
        }
        if (answer.status() != 200) {
            throw answer.refusal();
        }
        var reply = answer.json();
        if (!reply.isArray()) {
            throw answer.malformed("is not a list of days");
        }
        var days = new ArrayList<ToldColour>();
        int unread = 0;
        for (var entry : reply) {
            if (code(entry).equals(UNKNOWN)) {
                continue;
            }
            var day = day(entry);
            day.ifPresent(days::add);
            unread += day.isEmpty() ? 1 : 0;
        }
        if (days.isEmpty() && unread > 0) {
            throw answer.malformed("holds days that can't be read");
        }
        return days;
    }

    private static boolean isJson(Answer answer) {
        try {
            return answer.json().isContainerNode();
        } catch (TempoUnavailable html) {
            return false;
        }
    }

    private static Optional<ToldColour> day(JsonNode entry) {
        try {
            var date = LocalDate.parse(entry.path("dateJour").asText());
            return colour(code(entry)).map(colour -> new ToldColour(date, colour, false));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** As a word: read as a number, {@code true} and 1.5 would be taken for 1, which is blue. */
    private static String code(JsonNode entry) {
        return entry.path("codeJour").asText();
    }

    private static Optional<TempoColour> colour(String code) {
        return switch (code) {
            case "1" -> Optional.of(TempoColour.BLUE);
            case "2" -> Optional.of(TempoColour.WHITE);
            case "3" -> Optional.of(TempoColour.RED);
            default -> Optional.empty();
        };
    }
}
