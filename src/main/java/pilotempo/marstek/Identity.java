package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;

/** Which battery a line belongs to, and whether it is there. Thread-safe. */
final class Identity {
    private @Nullable Mac pinned;
    private @Nullable InetSocketAddress seenAt;
    private @Nullable Mac stranger;
    private @Nullable Device device;

    Identity(LineSettings settings) {
        device = settings.known().orElse(null);
        pinned = settings.mac().orElse(null);
        forgetOthers();
    }

    private void forgetOthers() {
        if (device != null && pinned != null && !device.mac().equals(pinned)) {
            device = null; // another battery's
        }
    }

    synchronized Optional<Mac> mac() {
        return Optional.ofNullable(pinned);
    }

    synchronized Optional<Mac> stranger() {
        return Optional.ofNullable(stranger);
    }

    synchronized Optional<Device> device() {
        return Optional.ofNullable(device);
    }

    /** Whether the right battery answered from there in this run. */
    synchronized boolean seenAt(@Nullable InetSocketAddress address) {
        return address != null && address.equals(seenAt);
    }

    /**
     * Another battery answered in its place; until it does itself, nothing may be written there.
     */
    synchronized void strange(Mac other) {
        stranger = other;
        seenAt = null;
    }

    /** The battery answered; at first contact this is its identity. */
    synchronized void confirm(Mac mac, InetSocketAddress address) {
        pinned = mac;
        seenAt = address;
        forgetOthers();
        stranger = null;
    }

    /** What the battery says of itself. */
    synchronized void learn(Device told) {
        if (told.mac().equals(pinned)) {
            device = told;
        }
    }
}
