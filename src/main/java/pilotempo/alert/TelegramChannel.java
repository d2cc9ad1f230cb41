package pilotempo.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import pilotempo.alert.Delivery.Problem;
import pilotempo.web.WebClient;
import pilotempo.web.WebReply;

/**
 * Telegram's Bot API, method {@code sendMessage}. The token is in the address, so no address ever
 * leaves this class.
 */
final class TelegramChannel implements Channel {
    static final String NAME = "telegram";

    /** Telegram takes 4096 characters. */
    private static final int LONGEST = 4000;

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final String token;
    private final String chat;
    private final WebClient web;

    TelegramChannel(URI base, String token, String chat, Duration timeout) {
        this.address =
                URI.create(
                        base
                                + "/bot"
                                + URLEncoder.encode(token, StandardCharsets.UTF_8)
                                        .replace("%3A", ":")
                                + "/sendMessage");
        this.token = token;
        this.chat = chat;
        this.web = new WebClient("alert-telegram-http-", timeout);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Delivery send(Parcel parcel) throws InterruptedException {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("chat_id", chat)
                        .put("text", parcel.whole())
                        .toString();
        var question =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return switch (web.ask(question)) {
            case WebReply.Lost lost -> Lost.later(lost.why());
            case WebReply.Answered answer -> judged(answer);
        };
    }

    private Delivery judged(WebReply.Answered answer) {
        // Telegram answers 200 for nothing but a message that it took: that the rest of the answer
        // was lost on the way is no reason to send it twice.
        if (answer.good() && answer.cut().isPresent()) {
            return new Delivery.Taken();
        }
        var told = json(answer.body());
        if (answer.good()) {
            return told.path("ok").asBoolean(false)
                    ? new Delivery.Taken()
                    : new Delivery.Later(Problem.of("strange"), Optional.empty());
        }
        return switch (answer.status()) {
            case 429 ->
                    new Delivery.Later(
                            Problem.of("busy"),
                            seconds(told.path("parameters").path("retry_after"))
                                    .or(() -> RetryAfter.of(answer.headers())));
            case 400 -> refused(told);
            case 401, 404 -> new Delivery.Misconfigured(Problem.of("token"));
            case 403 -> new Delivery.Misconfigured(new Problem("forbidden", description(told)));
            case 413 -> new Delivery.Unfit(new Problem("refused", "413"));
            default ->
                    answer.status() >= 500
                            ? new Delivery.Later(
                                    new Problem("server", "" + answer.status()),
                                    RetryAfter.of(answer.headers()))
                            : new Delivery.Misconfigured(new Problem("base", "" + answer.status()));
        };
    }

    private Delivery refused(JsonNode told) {
        var moved = told.path("parameters").path("migrate_to_chat_id");
        if (!moved.isMissingNode()) {
            return new Delivery.Misconfigured(new Problem("moved", moved.asText()));
        }
        var description = description(told);
        return description.toLowerCase(java.util.Locale.ROOT).contains("chat")
                        || description.isEmpty()
                ? new Delivery.Misconfigured(new Problem("chat", description))
                : new Delivery.Unfit(new Problem("refused", description));
    }

    private static Optional<Duration> seconds(JsonNode told) {
        return told.isNumber() && told.asDouble() >= 0
                ? Optional.of(RetryAfter.bounded(told.asDouble(), LONGEST_WAIT))
                : Optional.empty();
    }

    /** What Telegram says, cut short; whoever stands between may repeat the address in it. */
    private String description(JsonNode told) {
        var words = told.path("description").asText("").replace(token, "***");
        return words.length() > 200 ? words.substring(0, 200) : words;
    }

    private static JsonNode json(String body) {
        try {
            var told = JSON.readTree(body);
            return told == null ? JsonNodeFactory.instance.objectNode() : told;
        } catch (JsonProcessingException garbage) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
