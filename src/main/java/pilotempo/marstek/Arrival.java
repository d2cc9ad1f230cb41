package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * A datagram that came.
 *
 * @param message what it says
 * @param text its own words
 * @param from the sender
 * @param nanos when, by the ticker
 * @param at when, by the wall clock
 */
record Arrival(Message message, String text, InetSocketAddress from, long nanos, Instant at) {
    private static final int LONGEST_EXCERPT = 200;

    /** The beginning of its words, fit for a line of a log whatever was sent. */
    String excerpt() {
        var start = text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) : text;
        return start.replaceAll("\\s+", " ").replaceAll("[^\\x20-\\x7e]", ".");
    }
}
