package pilotempo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.app.cli.CommandLines;
import pilotempo.lifecycle.ManualTime;
import pilotempo.lifecycle.Time;
import pilotempo.settings.SettingsFile;
import pilotempo.web.testing.FakeApi;

class DoctorCommandTest {
    @TempDir private Path folder;

    @Test
    void settings_that_only_this_machine_can_judge_are_judged() throws Exception {
        var found =
                doctor(
                        """
                        poll: {bind: 192.0.2.5}
                        tempo: {source: none, offer: nobodys-tempo}
                        logging: {file: %s}
                        """
                                .formatted(folder.resolve("missing/p.log")));
        assertThat(found)
                .contains("FAIL  settings: poll.bind 192.0.2.5 is no address of this machine")
                .contains("FAIL  settings: nothing is logged, for logging.file ")
                .contains("FAIL  tempo: there are no prices for the offer 'nobodys-tempo'");
    }

    @Test
    void good_settings_bring_no_failure() throws Exception {
        var found =
                doctor(
                        """
                        poll: {bind: 127.0.0.1}
                        tempo: {source: none}
                        logging: {file: %s}
                        """
                                .formatted(folder.resolve("p.log")));
        assertThat(found)
                .doesNotContain("FAIL")
                .contains("ok    database: none configured, all is kept here only");
    }

    @Test
    void each_way_to_people_has_a_line() throws Exception {
        var found =
                doctor(
                        """
                        tempo: {source: none}
                        telegram: {bot-token: "1:x"}
                        webhook: {url: "http://127.0.0.1:9/"}
                        """);
        assertThat(found)
                .contains("note  alerts: telegram: Telegram lacks telegram.chat-id.")
                .contains("ok    alerts: webhook is configured, nothing was sent yet");
    }

    @Test
    void a_test_message_goes_to_each_channel_and_its_end_is_the_exit_code() throws Exception {
        try (var telegram = new FakeApi(_ -> FakeApi.reply(200, "{\"ok\":true}"));
                var hook = new FakeApi(_ -> FakeApi.reply(404, ""))) {
            var settings =
                    """
                    tempo: {source: none}
                    telegram: {base-url: "%s", bot-token: "1:x", chat-id: "-7"}
                    """
                            .formatted(telegram.base());
            assertThat(doctor(settings, 0, "--send-test"))
                    .isEqualTo("ok    telegram: Telegram: the test message was taken.\n");
            assertThat(telegram.asked().getFirst().target()).isEqualTo("/bot1:x/sendMessage");
            assertThat(telegram.asked().getFirst().body()).contains("\"chat_id\":\"-7\"");

            var both = settings + "webhook: {url: \"%s\"}\n".formatted(hook.base());
            assertThat(doctor(both, 1, "--send-test"))
                    .contains("ok    telegram: ")
                    .contains("FAIL  webhook: There is nothing that takes messages");
            assertThat(telegram.asked()).hasSize(2);
            assertThat(hook.asked()).hasSize(1);
        }
    }

    private String doctor(String settings) throws Exception {
        var file = Files.writeString(folder.resolve("settings.yaml"), settings);
        var loaded = SettingsFile.load(Optional.of(file), Map.of());
        var now = ManualTime.at("2026-11-25T12:00:00Z").time();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var desk = Desk.open(loaded, folder.resolve("data"), now)) {
            CommandLines.run(new AloneOn(desk, out, err), List.of("doctor"));
        }
        assertThat(err.toString(UTF_8)).isEmpty();
        return out.toString(UTF_8);
    }

    private String doctor(String settings, int exitCode, String option) throws Exception {
        var file = Files.writeString(folder.resolve("settings.yaml"), settings);
        var loaded = SettingsFile.load(Optional.of(file), Map.of());
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var desk = Desk.open(loaded, folder.resolve("data"), Time.system())) {
            assertThat(CommandLines.run(new AloneOn(desk, out, err), List.of("doctor", option)))
                    .isEqualTo(exitCode);
        }
        assertThat(err.toString(UTF_8)).isEmpty();
        return out.toString(UTF_8);
    }
}
