package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.history.testing.MemoryFacts;

class BootClockTest {
    private static final Instant NOW = Instant.parse("2026-01-05T21:00:00Z");

    @TempDir private Path machine;

    private BootClock after(String uptime) throws Exception {
        var timesync = Files.createDirectories(machine.resolve("timesync"));
        return new BootClock(timesync, Files.writeString(machine.resolve("uptime"), uptime));
    }

    @Test
    void soon_after_a_boot_a_clock_that_nobody_set_is_doubted() throws Exception {
        assertThat(after("93.12 301.00\n").doubt()).contains("just started");
        assertThat(after("599.99 1.0\n").doubt()).isNotNull();
        assertThat(after("600.00 1.0\n").doubt()).isNull();
    }

    @Test
    void a_clock_that_the_network_has_set_is_believed() throws Exception {
        var clock = after("12.0 1.0\n");
        Files.writeString(machine.resolve("timesync").resolve("synchronized"), "");
        assertThat(clock.doubt()).isNull();
    }

    @Test
    void a_machine_that_tells_nothing_is_believed() {
        assertThat(new BootClock(machine.resolve("none"), machine.resolve("none")).doubt())
                .isNull();
    }

    @Test
    void the_doubt_ends_with_the_clock_or_with_a_person() throws Exception {
        var boot = after("12.0 1.0\n");
        var check = new ClockCheck(new MemoryFacts(), boot::doubt);
        assertThat(check.doubt(NOW)).isNotNull();
        check.confirm(NOW);
        assertThat(check.doubt(NOW)).isNull();

        var other = new ClockCheck(new MemoryFacts(), boot::doubt);
        assertThat(other.doubt(NOW)).isNotNull();
        Files.writeString(machine.resolve("timesync").resolve("synchronized"), "");
        assertThat(other.doubt(NOW)).isNull();
    }
}
