package pilotempo.tempo.source;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Ticker;
import pilotempo.settings.Secret;
import pilotempo.tempo.source.ColourProblem.Kind;
import pilotempo.tempo.source.JsonHttp.Answer;

/** RTE's API "Tempo Like Supply Contract", with the user's own credentials (OAuth 2). */
final class RteTempoSource implements TempoSource {
    /** The API's own zone, whatever the settings say. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter MIDNIGHT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final int MAX_DAYS = 366;
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(1);
    private static final Pattern HEADER_SAFE = Pattern.compile("[!-~]+");
    private static final String NOT_PUBLISHED = "TMPLIKSUPCON_TMPLIKCAL_F04";

    private final String base;
    private final Secret basicAuthorization;
    private final JsonHttp http;
    private final Ticker ticker;
    private @Nullable Token token;

    RteTempoSource(URI base, String clientId, Secret clientSecret, JsonHttp http, Ticker ticker) {
        this.base = base.toString().replaceAll("/+$", "");
        var pair = clientId + ":" + clientSecret.reveal();
        this.basicAuthorization =
                new Secret(
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        this.http = http;
        this.ticker = ticker;
    }

    private record Token(Secret authorization, long untilNanos) {}

    @Override
    public String name() {
        return "rte";
    }

    @Override
    public List<ToldColour> colours(LocalDate from, LocalDate last)
            throws TempoUnavailable, InterruptedException {
        var told = new ArrayList<ToldColour>();
        for (var begin = from; !begin.isAfter(last); begin = begin.plusDays(MAX_DAYS)) {
            var end = begin.plusDays(MAX_DAYS - 1);
            try {
                told.addAll(published(begin, end.isBefore(last) ? end : last));
            } catch (TempoUnavailable unavailable) {
                if (told.isEmpty() || unavailable.kind() != Kind.NOT_YET) {
                    throw unavailable;
                }
            }
        }
        return told;
    }

    /** RTE refuses the whole question when its last day is not published: then ask without it. */
    private List<ToldColour> published(LocalDate from, LocalDate last)
            throws TempoUnavailable, InterruptedException {
        var answer = authorised(from, last);
        if (notPublished(answer) && from.isBefore(last)) {
            answer = authorised(from, last.minusDays(1));
        }
        if (notPublished(answer)) {
            throw new TempoUnavailable(
                    Kind.NOT_YET, "RTE has not published the colour of " + last + " yet.");
        }
        if (answer.status() == 403) {
            throw new TempoUnavailable(
                    Kind.UNAUTHORISED,
                    "RTE refuses access (403): subscribe to \"Tempo Like Supply Contract\" at"
                            + " data.rte-france.com.");
        }
        if (answer.status() != 200) {
            throw answer.refusal();
        }
        return RteCalendar.read(answer, from, last);
    }

    private static boolean notPublished(Answer answer) {
        if (answer.status() != 400) {
            return false;
        }
        try {
            var error = answer.json();
            return NOT_PUBLISHED.equals(error.path("error").asText())
                    || NOT_PUBLISHED.equals(error.path("error_code").asText());
        } catch (TempoUnavailable notJson) {
            return false;
        }
    }

    private Answer authorised(LocalDate from, LocalDate last)
            throws TempoUnavailable, InterruptedException {
        var answer = calendars(from, last, token());
        if (answer.status() == 401) {
            token = null;
            answer = calendars(from, last, token());
        }
        return answer;
    }

    private Answer calendars(LocalDate from, LocalDate last, Token with)
            throws TempoUnavailable, InterruptedException {
        var uri =
                "%s/open_api/tempo_like_supply_contract/v1/tempo_like_calendars?start_date=%s&end_date=%s&fallback_status=true"
                        .formatted(base, midnight(from), midnight(last.plusDays(1)));
        return http.ask(
                JsonHttp.question(uri).header("Authorization", with.authorization().reveal()));
    }

    private static String midnight(LocalDate day) {
        return MIDNIGHT.format(day.atStartOfDay(PARIS)).replace("+", "%2B");
    }

    private Token token() throws TempoUnavailable, InterruptedException {
        var current = token;
        if (current == null || current.untilNanos() - ticker.nanos() <= 0) {
            current = newToken();
            token = current;
        }
        return current;
    }

    private Token newToken() throws TempoUnavailable, InterruptedException {
        long asked = ticker.nanos();
        var answer =
                http.ask(
                        JsonHttp.question(base + "/token/oauth/")
                                .header("Authorization", basicAuthorization.reveal())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        switch (answer.status()) {
            case 200 -> {}
            case 400, 401, 403 ->
                    throw new TempoUnavailable(
                            Kind.UNAUTHORISED,
                            "RTE refuses the credentials: check tempo.rte.client-id and"
                                    + " client-secret.");
            default -> throw answer.refusal();
        }
        var reply = answer.json();
        var access = reply.path("access_token").asText();
        if (!HEADER_SAFE.matcher(access).matches()) {
            throw answer.malformed("holds no access token");
        }
        var life = Duration.ofSeconds(Math.clamp(reply.path("expires_in").asLong(), 0, 86_400));
        return new Token(
                new Secret("Bearer " + access), asked + life.minus(RENEW_BEFORE).toNanos());
    }
}
