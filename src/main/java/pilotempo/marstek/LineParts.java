package pilotempo.marstek;

import java.time.Duration;
import pilotempo.battery.Device;
import pilotempo.lifecycle.Time;

/**
 * What the sending and the receiving side of one line share. Each part is thread-safe.
 *
 * @param settings as configured
 * @param neighbours the other lines
 * @param time the clocks
 * @param identity whose line it is
 * @param whereabouts where the battery is asked
 * @param patience how long it is waited for
 * @param quiet when it may be asked again
 * @param tally what happened
 */
record LineParts(
        LineSettings settings,
        Neighbours neighbours,
        Time time,
        Identity identity,
        Whereabouts whereabouts,
        Patience patience,
        Quiet quiet,
        Tally tally) {
    static LineParts of(LineSettings settings, Neighbours neighbours, Time time) {
        return new LineParts(
                settings,
                neighbours,
                time,
                new Identity(settings),
                new Whereabouts(settings, time),
                new Patience(settings.longestTimeOut()),
                new Quiet(time.ticker().nanos()),
                new Tally());
    }

    String id() {
        return settings.id();
    }

    /** The gap in force. */
    Duration gap() {
        return settings.gap().orElseGet(() -> quirks().gap());
    }

    /** The quirks by what is known of the device. */
    Quirks quirks() {
        return quirks(Family.UNKNOWN);
    }

    /** The quirks by the family that a reply names, else by what is known of the device. */
    Quirks quirks(Family told) {
        var device = identity.device();
        var family =
                told == Family.UNKNOWN
                        ? device.map(Device::model).map(Family::of).orElse(Family.UNKNOWN)
                        : told;
        return FirmwareTable.of(family, device.map(Device::firmware).orElse(null));
    }
}
