package pilotempo.live;

import java.time.Instant;

/**
 * The device's own text of the newest reply to one method, kept so that a new quirk can be seen.
 */
public record RawReply(String method, Instant at, String text) {}
