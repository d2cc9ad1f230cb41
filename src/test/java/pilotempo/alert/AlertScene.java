package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.NotificationSettings;
import pilotempo.settings.Secret;
import pilotempo.settings.Settings;
import pilotempo.web.testing.FakeApi;
import pilotempo.web.testing.FakeApi.Asked;
import pilotempo.web.testing.FakeApi.Reply;

/** The whole service in a time of the test's, with a server on loopback in place of Telegram. */
abstract class AlertScene {
    static final String TOKEN = "123456:AAH-secret_token";
    static final Reply TAKEN = FakeApi.reply(200, "{\"ok\":true,\"result\":{\"message_id\":7}}");

    /** For tests whose server is silent: they wait for it, in real time. */
    static final Duration SHORT = Duration.ofSeconds(2);

    protected final Lifecycle opened = new Lifecycle();
    protected final ManualTime manual = ManualTime.at(at("2025-01-08T12:00").toString());
    protected final World world = new World(manual.time()::now);
    protected final MemoryHistory history = new MemoryHistory();
    protected volatile Function<Asked, Reply> script = _ -> TAKEN;
    protected final FakeApi server;
    protected Settings settings;
    protected AlertService service;

    /** Longer than a machine under load needs for an answer: what is late is sent again. */
    protected Duration timeout = Duration.ofSeconds(10);

    private int threads;

    AlertScene() {
        try {
            server = opened.own(new FakeApi(asked -> script.apply(asked)));
        } catch (IOException unusable) {
            throw new AssertionError(unusable);
        }
        settings = World.settings().withNotifications(telegram(server.base(), "22:00-07:00"));
        service = service();
    }

    @AfterEach
    void end() {
        service.close();
        opened.close();
    }

    static Instant at(String dateAndTime) {
        return LocalDateTime.parse(dateAndTime).atZone(World.PARIS).toInstant();
    }

    protected void answers(Reply reply) {
        script = _ -> reply;
    }

    protected void start() throws InterruptedException {
        threads = 1 + channels(settings.notifications()).size();
        service.start();
        manual.awaitWaiting(threads);
    }

    /** A new program on the same book; the one before is closed. */
    protected void restart() throws InterruptedException {
        service.close();
        service = service();
        start();
    }

    /** Time passes; the rules and the channels do what they do, step by step. */
    protected void pass(Duration time) throws InterruptedException {
        pass(time, Duration.ofSeconds(20));
    }

    protected void pass(Duration time, Duration step) throws InterruptedException {
        for (var left = time; left.isPositive(); left = left.minus(step)) {
            manual.awaitWaiting(threads);
            manual.advance(left.compareTo(step) < 0 ? left : step);
        }
        manual.awaitWaiting(threads);
    }

    protected void passUntil(String dateAndTime) throws InterruptedException {
        pass(Duration.between(manual.time().now(), at(dateAndTime)));
    }

    /** What Telegram was sent, in order, taken or not. */
    protected List<String> texts() {
        return server.asked().stream().map(AlertScene::text).toList();
    }

    protected void awaitTexts(int count) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(texts()).hasSize(count));
    }

    /** No more comes. */
    protected void staysAt(int count) {
        await().during(Duration.ofMillis(150))
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(texts()).hasSize(count));
    }

    protected ChannelState telegram() {
        return service.channels(Locale.UK).getFirst();
    }

    static String text(Asked asked) {
        try {
            return new ObjectMapper().readTree(asked.body()).path("text").asText();
        } catch (IOException garbage) {
            throw new AssertionError(garbage);
        }
    }

    static NotificationSettings telegram(@Nullable URI base, String quiet) {
        var none = NotificationSettings.DEFAULT;
        return new NotificationSettings(
                base == null ? none.telegramBaseUrl() : withoutSlash(base),
                Optional.of(new Secret(TOKEN)),
                Optional.of("-1001"),
                none.webhookUrl(),
                none.webhookBody(),
                none.socLow(),
                none.socFull(),
                none.temperatureHigh(),
                none.offlineAfter(),
                quiet);
    }

    static NotificationSettings withWebhook(
            NotificationSettings settings, URI url, @Nullable String body) {
        return new NotificationSettings(
                settings.telegramBaseUrl(),
                settings.telegramBotToken(),
                settings.telegramChatId(),
                Optional.of(url),
                Optional.ofNullable(body),
                settings.socLow(),
                settings.socFull(),
                settings.temperatureHigh(),
                settings.offlineAfter(),
                settings.quietHours());
    }

    protected AlertService service() {
        return service(history);
    }

    protected AlertService service(MemoryHistory book) {
        return new AlertService(
                settings, Locale.UK, world, book, manual.time(), new Random(1), this::channels);
    }

    private List<Channel> channels(NotificationSettings settings) {
        return Channels.configured(settings, timeout);
    }

    private static URI withoutSlash(URI base) {
        return URI.create(base.toString().replaceAll("/+$", ""));
    }
}
