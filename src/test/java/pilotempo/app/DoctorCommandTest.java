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
import pilotempo.settings.SettingsFile;

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
}
