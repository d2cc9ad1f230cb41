package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.history.AlertMessage;
import pilotempo.history.History;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.ManualTime;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;
import pilotempo.web.testing.FakeApi;

/** The queue in the real database, over programs that end and begin. */
class RestartTest {
    private static final String DATABASE = "history.mv.db";

    private final Lifecycle opened = new Lifecycle();
    private final ManualTime manual = ManualTime.at("2025-01-08T11:00:00Z");
    private final World world = new World(manual.time()::now);
    private volatile FakeApi.Reply reply = FakeApi.reply(500, "");
    private Lifecycle program = new Lifecycle();

    @AfterEach
    void end() {
        program.close();
        opened.close();
    }

    @Test
    void what_waited_is_sent_once_and_the_episode_goes_on(@TempDir Path data) throws Exception {
        var server = opened.own(new FakeApi(_ -> reply));
        world.missed("garage", 3);
        var first = begin(data, server);
        await().atMost(Duration.ofSeconds(10)).until(() -> server.asked().size() == 1);
        assertThat(first.alerts().waiting()).hasSize(1);

        begin(data, server);
        await().atMost(Duration.ofSeconds(10)).until(() -> server.asked().size() == 2);
        reply = AlertScene.TAKEN;
        var third = begin(data, server);
        pass(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> third.alerts().waiting().isEmpty());
        int sent = server.asked().size();

        var fourth = begin(data, server);
        pass(Duration.ofMinutes(10));
        assertThat(server.asked()).hasSize(sent);
        assertThat(fourth.alerts().newest(10))
                .singleElement()
                .satisfies(
                        alert ->
                                assertThat(
                                                new AlertWords(Locale.FRANCE, World.settings())
                                                        .begun(alert)
                                                        .title())
                                        .isEqualTo("Garage ne répond plus"));
        assertThat(fourth.alerts().newestMessages(10)).hasSize(1);
    }

    @Test
    void what_was_on_its_way_at_a_kill_is_told_again_and_says_so(@TempDir Path data)
            throws Exception {
        var killed = Files.createDirectory(data.resolve("killed"));
        var server = opened.own(new FakeApi(asked -> answered(asked, data, killed)));
        reply = AlertScene.TAKEN;
        world.missed("garage", 3);
        begin(data, server);
        await().atMost(Duration.ofSeconds(10)).until(() -> server.asked().size() == 1);

        // The server has said yes, and the program that asked never read it.
        var second = begin(killed, server);
        pass(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> second.alerts().waiting().isEmpty());
        assertThat(server.asked()).hasSize(2);
        assertThat(AlertScene.text(server.asked().getLast()))
                .isEqualTo(
                        AlertScene.text(server.asked().getFirst())
                                + "\n"
                                + "Perhaps told before: Pilotempo ended while this was on its"
                                + " way.");

        begin(killed, server);
        pass(Duration.ofMinutes(5));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void what_was_refused_before_a_kill_is_not_in_doubt(@TempDir Path data) throws Exception {
        var killed = Files.createDirectory(data.resolve("killed"));
        var server = opened.own(new FakeApi(_ -> reply));
        world.missed("garage", 3);
        var first = begin(data, server);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> first.alerts().waiting().stream().anyMatch(it -> it.tries() == 1));
        await().atMost(Duration.ofSeconds(10)).until(() -> isRefused(data, killed));

        reply = AlertScene.TAKEN;
        begin(killed, server);
        pass(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> server.asked().size() == 2);
        assertThat(AlertScene.text(server.asked().getLast()))
                .isEqualTo(AlertScene.text(server.asked().getFirst()));
    }

    private FakeApi.Reply answered(FakeApi.Asked asked, Path data, Path killed) {
        assertThat(asked.method()).isEqualTo("POST");
        if (!Files.exists(killed.resolve(DATABASE))) {
            copy(data, killed);
        }
        return reply;
    }

    /** Whether a program killed now would find on its disk that the message was refused. */
    private static boolean isRefused(Path data, Path killed) {
        copy(data, killed);
        try (var found =
                LocalHistory.open(killed, HistorySettings.DEFAULT, World.PARIS, Time.system())) {
            return found.alerts().waiting().stream()
                    .anyMatch(
                            message ->
                                    message.state() == AlertMessage.State.WAITING
                                            && message.tries() == 1);
        }
    }

    /** The disk as a kill at this moment leaves it. */
    private static void copy(Path data, Path killed) {
        try {
            Files.copy(
                    data.resolve(DATABASE),
                    killed.resolve(DATABASE),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends the program that runs and starts another on its data. */
    private History begin(Path data, FakeApi server) throws InterruptedException {
        program.close();
        program = new Lifecycle();
        var time = manual.time();
        var history =
                program.own(
                        LocalHistory.open(
                                data, HistorySettings.DEFAULT, World.PARIS, Time.system()));
        var notifications = AlertScene.telegram(server.base(), "22:00-07:00");
        var service =
                program.own(
                        new AlertService(
                                World.settings().withNotifications(notifications),
                                Locale.UK,
                                world,
                                history,
                                time,
                                new Random(1)));
        service.start();
        pass(Duration.ofSeconds(20));
        return history;
    }

    private void pass(Duration time) throws InterruptedException {
        for (var left = time; left.isPositive(); left = left.minusSeconds(20)) {
            manual.awaitWaiting(2);
            manual.advance(Duration.ofSeconds(20));
        }
    }
}
