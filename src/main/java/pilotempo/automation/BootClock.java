package pilotempo.automation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A machine without a clock of its own, as a Raspberry Pi, comes back from a power cut with the
 * time at which it went out, until the network sets it. Where systemd keeps the time, it leaves a
 * file once that has happened; so soon after a boot its absence is a doubt. A house without
 * Internet goes on after a while.
 *
 * @param timesync systemd's folder
 * @param uptime the kernel's seconds since the boot
 */
record BootClock(Path timesync, Path uptime) {
    /** This machine's. */
    static final BootClock OWN =
            new BootClock(Path.of("/run/systemd/timesync"), Path.of("/proc/uptime"));

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Why the clock can't be believed yet; null = nothing speaks against it. */
    @Nullable String doubt() {
        if (!Files.isDirectory(timesync) || Files.exists(timesync.resolve("synchronized"))) {
            return null;
        }
        try {
            double seconds = Double.parseDouble(Files.readString(uptime).split(" ", 2)[0]);
            return seconds < PATIENCE.toSeconds()
                    ? "the machine has just started, and the network has not set its clock yet"
                    : null;
        } catch (IOException | NumberFormatException unknown) {
            return null;
        }
    }
}
