package pilotempo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that wait for a battery that never answers, and are told to end. */
class ToldToEndTest {
    private static final int SIGTERM = 143;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"status --json", "doctor", "mode dead auto"})
    void it_ends_at_once_and_without_a_word(String line) throws Exception {
        try (var battery = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
                var command = command(battery, line)) {
            battery.setSoTimeout(60_000);
            battery.receive(new DatagramPacket(new byte[2048], 2048));
            command.terminate();
            assertThat(command.exitCode(5)).isEqualTo(SIGTERM);
            assertThat(command.out()).isEmpty();
            assertThat(command.err().lines().filter(told -> !told.startsWith("mode: "))).isEmpty();
        }
    }

    @Test
    void left_alone_it_gives_a_silent_battery_up() throws Exception {
        try (var battery = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
                var command = command(battery, "status")) {
            assertThat(command.exitCode(60)).isZero();
            assertThat(command.out()).contains("unreachable");
        }
    }

    private Child command(DatagramSocket battery, String line) throws Exception {
        var settings = folder.resolve("settings.yaml");
        Files.writeString(
                settings,
                "batteries: [{id: dead, host: 127.0.0.1, port: %d, gap: 200ms}]\ntempo: {source: none}\n"
                        .formatted(battery.getLocalPort()));
        var args = new ArrayList<>(List.of(line.split(" ")));
        args.addAll(
                List.of(
                        "--config",
                        settings.toString(),
                        "--data",
                        folder.resolve("data").toString()));
        return Child.start(folder, List.of(), args.toArray(String[]::new));
    }
}
