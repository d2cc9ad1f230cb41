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
record Arrival(Message message, String text, InetSocketAddress from, long nanos, Instant at) {}
