package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.settings.NotificationSettings;
import pilotempo.tempo.TempoColour;
import pilotempo.web.testing.FakeApi;
import pilotempo.web.testing.FakeApi.Asked;
import pilotempo.web.testing.FakeApi.Reply;

/** A webhook beside Telegram, and alone. */
class WebhookDeliveryTest extends AlertScene {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Reply NOTED = FakeApi.reply(204, "");

    private volatile Reply hook = NOTED;
    private volatile Reply telegram = TAKEN;

    @BeforeEach
    void both() {
        world.colour("2025-01-09", TempoColour.BLUE);
        world.colour("2025-01-10", TempoColour.BLUE);
        script = asked -> asked.target().startsWith("/hook") ? hook : telegram;
        use(withWebhook(settings.notifications(), server.base().resolve("/hook?t=s3cret"), null));
    }

    @Test
    void it_is_posted_as_json_with_a_number_that_tells_repetitions() throws Exception {
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitHooks(1);
        var asked = hooks().getFirst();
        var json = new ObjectMapper().readTree(asked.body());
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.target()).isEqualTo("/hook?t=s3cret");
        assertThat(asked.header("Content-type")).startsWith("application/json");
        assertThat(json.get("title").asText()).isEqualTo("Garage does not answer");
        assertThat(json.get("message").asText()).startsWith("Last answer: 12:00.\nWhat to do:");
        assertThat(json.get("severity").asText()).isEqualTo("warning");
        assertThat(json.get("battery").asText()).isEqualTo("Garage");
        assertThat(json.get("time").asText()).isEqualTo("2025-01-08T11:00:20Z");
        assertThat(asked.header("Idempotency-key")).isEqualTo(json.get("id").asText());
        world.missed("garage", 0);
        pass(MINUTE.multipliedBy(5));
        awaitHooks(2);
        assertThat(hooks().getLast().body()).contains("\"severity\":\"resolved\"");
    }

    @Test
    void a_template_of_text_is_sent_as_text() throws Exception {
        use(
                withWebhook(
                        settings.notifications(),
                        server.base().resolve("/hook"),
                        "{title}|{text}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitHooks(1);
        assertThat(hooks().getFirst().header("Content-type")).startsWith("text/plain");
        assertThat(hooks().getFirst().body()).startsWith("Garage does not answer|Last answer");
    }

    @Test
    void one_channel_that_hangs_does_not_hold_the_other_up() throws Exception {
        timeout = SHORT;
        telegram = FakeApi.silence();
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitHooks(1);
        telegram = TAKEN;
        int before = texts().size();
        pass(MINUTE.multipliedBy(5));
        await().until(() -> telegram().waiting() == 0);
        assertThat(texts().size() - before).isLessThanOrEqualTo(2);
        assertThat(hooks()).hasSize(1);
    }

    @Test
    void retry_after_is_respected() throws Exception {
        hook =
                (exchange, end) -> {
                    exchange.getResponseHeaders().set("Retry-After", "300");
                    FakeApi.reply(503, "").to(exchange, end);
                };
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitHooks(1);
        hook = NOTED;
        pass(MINUTE.multipliedBy(4));
        assertThat(hooks()).hasSize(1);
        pass(MINUTE.multipliedBy(2));
        awaitHooks(2);
    }

    @Test
    void what_the_settings_must_mend_is_told_without_the_address() throws Exception {
        for (var told :
                List.of(
                        "404 There is nothing that takes messages at webhook.url (404): check it.",
                        "302 There is nothing that takes messages at webhook.url (302): check it.",
                        "403 The webhook refuses access (403): check webhook.url.",
                        "422 The webhook refuses the content (422): check webhook.body.",
                        "500 The webhook has trouble of its own (500).")) {
            hook = FakeApi.reply(Integer.parseInt(told.substring(0, 3)), "s3cret");
            assertThat(service.sendTest(Locale.UK).get(1))
                    .isEqualTo(new ChannelTest("webhook", false, told.substring(4)));
        }
    }

    @Test
    void a_repetition_has_the_same_number_and_what_came_since_another() throws Exception {
        hook = FakeApi.cut();
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitHooks(2);
        world.missed("salon", 3);
        pass(MINUTE.multipliedBy(2));
        hook = NOTED;
        pass(MINUTE.multipliedBy(5));
        var keys = hooks().stream().map(asked -> asked.header("Idempotency-key")).toList();
        assertThat(keys.get(1)).isEqualTo(keys.getFirst());
        assertThat(hooks().getLast().body()).contains("Garage", "Salon");
        assertThat(keys.getLast()).isNotEqualTo(keys.getFirst());
    }

    @Test
    void what_may_have_arrived_goes_alone_under_its_old_number() throws Exception {
        var killed = new MemoryHistory();
        hook =
                (exchange, end) -> {
                    history.alerts().newest(9).forEach(killed.alerts()::keep);
                    history.alerts().newestMessages(9).forEach(killed.alerts()::keep);
                    NOTED.to(exchange, end);
                };
        use(withWebhook(none(), server.base().resolve("/hook"), null));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitHooks(1);

        hook = NOTED;
        service.close();
        world.missed("salon", 3);
        service = service(killed);
        start();
        pass(MINUTE.multipliedBy(2));
        awaitHooks(3);
        assertThat(hooks().get(1).header("Idempotency-key"))
                .isEqualTo(hooks().getFirst().header("Idempotency-key"));
        assertThat(hooks().get(1).body()).contains("Garage", "Perhaps told before");
        assertThat(hooks().get(2).body()).contains("Salon").doesNotContain("Garage");
    }

    @Test
    void any_good_answer_counts_even_one_that_is_cut() throws Exception {
        hook = FakeApi.half(200, "thank you");
        start();
        world.missed("garage", 3);
        pass(HOUR);
        awaitHooks(1);
    }

    @Test
    void nobody_there_is_told_and_tried_until_somebody_is() throws Exception {
        var closed = new FakeApi(_ -> NOTED);
        closed.close();
        use(withWebhook(none(), closed.base(), null));
        start();
        world.missed("garage", 3);
        pass(HOUR);
        assertThat(service.channels(Locale.UK).get(1).problem())
                .isEqualTo(
                        "The webhook can’t be reached: check the network and the address in the"
                                + " settings. It is tried again.");
        service.changed(
                settings.withNotifications(
                        withWebhook(none(), server.base().resolve("/hook"), null)));
        awaitHooks(1);
        assertThat(service.channels(Locale.UK).getFirst().configured()).isFalse();
    }

    @Test
    void without_a_channel_alerts_are_kept_all_the_same_and_not_told_later() throws Exception {
        use(none());
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        assertThat(service.open()).hasSize(1);
        assertThat(service.channels(Locale.UK))
                .containsExactly(
                        new ChannelState("telegram", false, 0, null, null),
                        new ChannelState("webhook", false, 0, null, null));
        assertThat(service.sendTest(Locale.UK)).isEmpty();
        assertThat(history.alerts().newestMessages(5)).isEmpty();
    }

    @Test
    void half_a_telegram_says_what_is_missing() {
        var full = settings.notifications();
        use(
                new NotificationSettings(
                        full.telegramBaseUrl(),
                        full.telegramBotToken(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        full.socLow(),
                        full.socFull(),
                        full.temperatureHigh(),
                        full.offlineAfter(),
                        full.quietHours()));
        assertThat(telegram().configured()).isFalse();
        assertThat(telegram().problem()).isEqualTo("Telegram lacks telegram.chat-id.");
    }

    private void use(NotificationSettings notifications) {
        service.close();
        settings = settings.withNotifications(notifications);
        service = service();
    }

    private static NotificationSettings none() {
        return NotificationSettings.DEFAULT;
    }

    private List<Asked> hooks() {
        return server.asked("/hook");
    }

    @Override
    protected List<String> texts() {
        return server.asked("/bot").stream().map(AlertScene::text).toList();
    }

    private void awaitHooks(int count) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(hooks()).hasSize(count));
    }
}
