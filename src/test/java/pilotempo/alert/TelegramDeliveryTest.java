package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import pilotempo.history.AlertMessage;
import pilotempo.tempo.TempoColour;
import pilotempo.web.testing.FakeApi;

/** Nothing lost, nothing twice, no storm, whatever the server does. */
class TelegramDeliveryTest extends AlertScene {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Logger log = (Logger) LoggerFactory.getLogger("pilotempo.alert");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    /** No day to speak of comes. */
    @BeforeEach
    void blueDays() {
        for (var day : List.of("2025-01-09", "2025-01-10", "2025-01-11", "2025-01-12")) {
            world.colour(day, TempoColour.BLUE);
        }
    }

    @BeforeEach
    void listen() {
        log.setAdditive(false);
        log.setLevel(Level.TRACE);
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void noSecretIsTold() {
        log.detachAppender(logged);
        log.setAdditive(true);
        log.setLevel(null);
        assertThat(logged.list)
                .allSatisfy(
                        event -> {
                            assertThat(event.getFormattedMessage()).doesNotContain("secret_token");
                            assertThat(event.getLevel()).isNotEqualTo(Level.ERROR);
                        });
        assertThat(history.alerts().newestMessages(100))
                .allSatisfy(
                        message ->
                                assertThat(message.problem() + message.text())
                                        .doesNotContain("secret_token"));
    }

    @Test
    void an_episode_is_told_once_and_its_end_once() throws Exception {
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        var asked = server.asked().getFirst();
        assertThat(asked.target()).isEqualTo("/bot" + TOKEN + "/sendMessage");
        assertThat(asked.header("Content-type")).startsWith("application/json");
        assertThat(asked.body()).contains("\"chat_id\":\"-1001\"");
        assertThat(texts().getFirst()).startsWith("Garage does not answer\nLast answer: 12:00.");

        pass(HOUR);
        staysAt(1);
        world.missed("garage", 0);
        pass(MINUTE.multipliedBy(4));
        awaitTexts(2);
        assertThat(texts().getLast()).startsWith("Garage answers again\nFrom 12:00 to 13:0");
        pass(HOUR);
        staysAt(2);
        assertThat(telegram().waiting()).isZero();
        assertThat(telegram().problem()).isNull();
        assertThat(telegram().lastSent()).isNotNull();
    }

    @Test
    void what_comes_together_goes_in_one_message() throws Exception {
        start();
        World.IDS.forEach(id -> world.missed(id, 3));
        world.recording(false);
        pass(MINUTE.multipliedBy(5));
        awaitTexts(2);
        assertThat(texts().getFirst())
                .startsWith("3 alerts\nSalon does not answer")
                .contains("\n\nGarage does not answer", "\n\nAtelier does not answer");
        assertThat(texts().getLast()).startsWith("New readings are not kept");
    }

    @Test
    void a_server_that_wants_to_be_left_alone_is_left_alone_for_as_long() throws Exception {
        answers(
                FakeApi.reply(
                        429,
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests:"
                                + " retry after 95\",\"parameters\":{\"retry_after\":95}}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        answers(TAKEN);
        world.missed("salon", 3);
        pass(Duration.ofSeconds(60));
        staysAt(1);
        assertThat(telegram().problem()).contains("asked too often");
        pass(Duration.ofSeconds(60));
        awaitTexts(2);
        assertThat(texts().getLast()).contains("Garage does not answer", "Salon does not answer");
        pass(HOUR);
        staysAt(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-5"})
    void a_server_that_may_be_asked_again_at_once_is_not_stormed(String seconds) throws Exception {
        answers(
                FakeApi.reply(
                        429, "{\"ok\":false,\"parameters\":{\"retry_after\":" + seconds + "}}"));
        start();
        world.missed("garage", 3);
        pass(HOUR);
        assertThat(texts()).hasSizeBetween(6, 16);
    }

    @Test
    void being_left_alone_outlives_a_restart() throws Exception {
        answers(FakeApi.reply(429, "{\"ok\":false,\"parameters\":{\"retry_after\":600}}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        answers(TAKEN);
        restart();
        pass(MINUTE.multipliedBy(8));
        staysAt(1);
        pass(MINUTE.multipliedBy(3));
        awaitTexts(2);
        pass(HOUR);
        staysAt(2);
    }

    @Test
    void a_server_in_trouble_is_asked_ever_more_seldom_and_gets_it_once() throws Exception {
        answers(FakeApi.reply(502, "<html>Bad Gateway " + TOKEN + "</html>"));
        start();
        world.missed("garage", 3);
        pass(HOUR);
        int tries = texts().size();
        assertThat(tries).isBetween(6, 16);
        pass(HOUR);
        assertThat(texts().size() - tries).isBetween(3, 9);
        assertThat(telegram().waiting()).isEqualTo(1);
        assertThat(telegram().problem()).contains("trouble of its own (502)");
        answers(TAKEN);
        int before = texts().size();
        pass(MINUTE.multipliedBy(16));
        awaitTexts(before + 1);
        pass(HOUR);
        staysAt(before + 1);
        assertThat(telegram().problem()).isNull();
    }

    @Test
    void a_token_that_is_refused_is_told_and_not_tried_in_a_storm() throws Exception {
        for (int status : new int[] {401, 404}) {
            answers(FakeApi.reply(status, "{\"ok\":false,\"description\":\"Unauthorized\"}"));
            start();
            int before = texts().size();
            world.missed("garage", 3);
            pass(Duration.ofHours(6), MINUTE.multipliedBy(5));
            assertThat(texts().size() - before).isBetween(3, 9);
            assertThat(telegram().problem())
                    .isEqualTo("Telegram does not know the token: check telegram.bot-token.");
            world.missed("garage", 0);
            answers(TAKEN);
            restart();
            pass(HOUR);
        }
    }

    @Test
    void who_mended_the_settings_does_not_wait_for_the_next_try() throws Exception {
        answers(
                FakeApi.reply(
                        400, "{\"ok\":false,\"description\":\"Bad Request: chat not found\"}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        assertThat(telegram().problem()).contains("telegram.chat-id").contains("chat not found");
        answers(TAKEN);
        var telegram = settings.notifications();
        service.changed(
                settings.withNotifications(telegram(telegram.telegramBaseUrl(), "23:00-07:00")));
        awaitTexts(2);
        pass(HOUR);
        staysAt(2);
    }

    @Test
    void a_group_that_moved_is_told_with_its_new_number() throws Exception {
        answers(
                FakeApi.reply(
                        400,
                        "{\"ok\":false,\"description\":\"Bad Request: group chat was upgraded\","
                                + "\"parameters\":{\"migrate_to_chat_id\":-100200}}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        assertThat(telegram().problem())
                .isEqualTo("The group has another number now: set telegram.chat-id to -100200.");
    }

    @Test
    void whoever_repeats_the_address_does_not_make_the_token_known() throws Exception {
        answers(
                FakeApi.reply(
                        403, "{\"ok\":false,\"description\":\"Forbidden: /bot" + TOKEN + "/x\"}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        assertThat(telegram().problem()).contains("Forbidden: /bot***/x");
    }

    @Test
    void a_message_that_is_refused_for_itself_holds_no_other_up() throws Exception {
        script =
                asked ->
                        text(asked).contains("Garage")
                                ? FakeApi.reply(
                                        400,
                                        "{\"ok\":false,\"description\":\"Bad Request: strange\"}")
                                : TAKEN;
        start();
        world.missed("garage", 3);
        world.missed("salon", 3);
        pass(MINUTE.multipliedBy(5));
        assertThat(texts())
                .anySatisfy(text -> assertThat(text).startsWith("Salon does not answer"));
        pass(HOUR);
        assertThat(texts()).hasSize(3);
        assertThat(telegram().waiting()).isZero();
        assertThat(history.alerts().newestMessages(10))
                .extracting(AlertMessage::state)
                .containsExactlyInAnyOrder(AlertMessage.State.SENT, AlertMessage.State.GIVEN_UP);
    }

    @Test
    void silence_a_cut_and_garbage_are_tried_again_until_it_is_taken_once() throws Exception {
        timeout = SHORT;
        for (var trouble :
                new FakeApi.Reply[] {
                    FakeApi.silence(),
                    FakeApi.cut(),
                    FakeApi.reply(200, "<html>Please log in</html>"),
                    FakeApi.reply(200, ""),
                    FakeApi.half(500, "{\"ok\":false}")
                }) {
            answers(trouble);
            start();
            int earlier = texts().size();
            world.missed("garage", 3);
            pass(MINUTE);
            await().atMost(Duration.ofSeconds(5)).until(() -> telegram().problem() != null);
            assertThat(texts().size() - earlier).isBetween(1, 4);
            int before = texts().size() - 1;
            assertThat(Objects.requireNonNull(telegram().problem())).isNotEmpty();
            answers(TAKEN);
            pass(MINUTE.multipliedBy(2));
            awaitTexts(before + 2);
            pass(HOUR);
            staysAt(before + 2);
            world.missed("garage", 0);
            pass(MINUTE.multipliedBy(10));
            awaitTexts(before + 3);
            restart();
        }
    }

    @Test
    void an_answer_of_which_only_the_end_was_lost_is_not_sent_again() throws Exception {
        answers(FakeApi.half("{\"ok\":true,\"result\":{\"message_id\":7}}"));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        awaitTexts(1);
        pass(HOUR);
        staysAt(1);
        assertThat(telegram().waiting()).isZero();
    }

    @Test
    void the_queue_and_the_episode_outlive_restarts() throws Exception {
        answers(FakeApi.reply(500, ""));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        for (int i = 0; i < 3; i++) {
            restart();
            pass(MINUTE);
        }
        assertThat(telegram().waiting()).isEqualTo(1);
        assertThat(service.open()).hasSize(1);
        answers(TAKEN);
        int before = texts().size();
        restart();
        pass(MINUTE.multipliedBy(5));
        awaitTexts(before + 1);
        restart();
        pass(HOUR);
        staysAt(before + 1);
        assertThat(history.alerts().newest(10)).hasSize(1);
    }

    @Test
    void an_outage_of_days_ends_in_one_message_that_says_what_was_given_up() throws Exception {
        answers(FakeApi.reply(503, ""));
        start();
        world.missed("garage", 3);
        world.missed("salon", 3);
        pass(Duration.ofDays(3), MINUTE.multipliedBy(10));
        assertThat(texts().size()).isLessThan(3 * 24 * 9);
        assertThat(telegram().waiting()).isZero();
        restart();
        world.missed("atelier", 3);
        answers(TAKEN);
        int before = texts().size();
        pass(HOUR);
        restart();
        pass(HOUR);
        assertThat(texts().subList(before, texts().size()))
                .hasSizeBetween(1, 2)
                .satisfiesOnlyOnce(text -> assertThat(text).contains("Atelier does not answer"))
                .satisfiesOnlyOnce(
                        text ->
                                assertThat(text)
                                        .endsWith(
                                                "2 messages of more than a day ago could not be"
                                                        + " sent and were given up. They are on the"
                                                        + " page Alerts."));
    }

    @Test
    void a_clock_that_is_set_right_makes_no_message_old() throws Exception {
        answers(FakeApi.reply(503, ""));
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        manual.setWall(at("2025-06-01T12:00"));
        answers(TAKEN);
        pass(MINUTE.multipliedBy(2));
        assertThat(texts().getLast()).startsWith("Garage does not answer");
        assertThat(telegram().waiting()).isZero();
    }

    @Test
    void a_battery_that_comes_and_goes_makes_no_storm() throws Exception {
        start();
        for (int i = 0; i < 60; i++) {
            world.missed("garage", i % 2 == 0 ? 3 : 0);
            pass(MINUTE.multipliedBy(3));
        }
        pass(HOUR.multipliedBy(2));
        var told = String.join("\n", texts());
        assertThat(told.split("Garage answers again", -1))
                .as("told once, and once more that it comes and goes, until it stays")
                .hasSize(3);
        assertThat(telegram().waiting()).isZero();
    }

    @Test
    void rules_go_on_and_the_program_ends_while_a_server_is_silent() throws Exception {
        timeout = SHORT;
        answers(FakeApi.silence());
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        await().atMost(Duration.ofSeconds(5)).until(() -> !texts().isEmpty());
        assertThat(service.open()).hasSize(1);
        long begun = System.nanoTime();
        service.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_test_message_tells_what_became_of_it_in_the_language_asked_for() throws Exception {
        assertThat(service.sendTest(Locale.UK))
                .containsExactly(
                        new ChannelTest("telegram", true, "Telegram: the test message was taken."));
        answers(FakeApi.reply(401, "{}"));
        assertThat(service.sendTest(Locale.FRANCE))
                .containsExactly(
                        new ChannelTest(
                                "telegram",
                                false,
                                "Telegram ne connaît pas le jeton\u00a0: vérifiez"
                                        + " telegram.bot-token."));
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).startsWith("Pilotempo: test message\n");
        assertThat(history.alerts().newestMessages(10)).isEmpty();
    }

    @Test
    void who_has_seen_an_alert_is_kept() throws Exception {
        start();
        world.missed("garage", 3);
        pass(MINUTE);
        var alert = service.open().getFirst();
        service.acknowledge(alert.id());
        assertThat(service.open().getFirst().seen()).isTrue();
        restart();
        pass(MINUTE);
        assertThat(service.open().getFirst().seen()).isTrue();
        world.missed("garage", 0);
        pass(MINUTE.multipliedBy(5));
        assertThat(service.newest(5).getFirst().seen()).isTrue();
        assertThat(service.open()).isEmpty();
    }
}
