package pilotempo.sync;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** A zone in the server's words. */
final class ServerZone {
    private ServerZone() {}

    /** A fixed offset is written the POSIX way, which counts westwards. */
    static String name(ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        int seconds = offset.getTotalSeconds();
        if (seconds == 0) {
            return "UTC";
        }
        int minutes = Math.abs(seconds) / 60;
        return "<%s>%s%02d:%02d"
                .formatted(
                        offset.getId().replace(":", ""),
                        seconds > 0 ? "-" : "+",
                        minutes / 60,
                        minutes % 60);
    }
}
