package pilotempo.marstek.simulator;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A datagram to send.
 *
 * @param pause before it goes
 * @param prompt whether it is the reply, in time
 */
record Outgoing(ByteBuffer data, InetSocketAddress to, Duration pause, boolean prompt) {
    static Outgoing reply(String text, InetSocketAddress to, Duration pause, boolean prompt) {
        return new Outgoing(
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), to, pause, prompt);
    }

    /** Something that is not the reply. */
    static Outgoing noise(byte[] data, InetSocketAddress to) {
        return new Outgoing(ByteBuffer.wrap(data), to, Duration.ZERO, false);
    }
}
