package pilotempo.marstek.simulator;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What becomes of a reply on its way out. Confined to its battery. */
final class Transport {
    private static final Duration LATE = Duration.ofSeconds(15);

    private final Set<Fault> faults;
    private final Dice dice;
    private final Duration latency;
    private final int ownPort;

    Transport(Set<Fault> faults, Dice dice, Duration latency, int ownPort) {
        this.faults = faults;
        this.dice = dice;
        this.latency = latency;
        this.ownPort = ownPort;
    }

    /** Whether a request that came this way is heard at all. */
    boolean hears(InetSocketAddress from, boolean broadcast) {
        if (faults.contains(Fault.BROADCAST_ONLY) && !broadcast) {
            return false;
        }
        return !faults.contains(Fault.OWN_PORT_ONLY) || from.getPort() == ownPort;
    }

    /**
     * The datagrams that a request causes, in order.
     *
     * @param write whether it was a write
     * @param reply its reply
     * @param busy what a busy device says instead
     * @param foreign the same reply with an id that nobody asked with
     */
    List<Outgoing> send(
            byte[] request,
            InetSocketAddress from,
            boolean write,
            String reply,
            String busy,
            String foreign) {
        var to =
                faults.contains(Fault.REPLIES_TO_API_PORT)
                        ? new InetSocketAddress(from.getAddress(), ownPort)
                        : from;
        var sent = new ArrayList<Outgoing>();
        if (faults.contains(Fault.ECHOES)) {
            sent.add(Outgoing.noise(request, to));
        }
        if (dice.happens(Fault.LOSES_REPLIES, 0.2)) {
            return sent;
        }
        if (dice.happens(Fault.GARBAGE, 0.5)) {
            sent.add(Outgoing.noise(garbage(reply, foreign), to));
        }
        var text = dice.happens(Fault.BUSY_ERRORS, 0.2) ? busy : reply;
        boolean late =
                dice.happens(Fault.LATE, 0.2) || (write && faults.contains(Fault.LATE_WRITES));
        var longer = latency.plusNanos((long) (latency.toNanos() * dice.latency()));
        sent.add(Outgoing.reply(text, to, late ? LATE.plus(longer) : longer, !late));
        if (faults.contains(Fault.DOUBLES)) {
            sent.add(Outgoing.noise(text.getBytes(StandardCharsets.UTF_8), to));
        }
        return sent;
    }

    private byte[] garbage(String reply, String foreign) {
        var chance = dice.of(Fault.GARBAGE);
        var text =
                switch (chance.nextInt(6)) {
                    case 0 -> reply.substring(0, reply.length() / 2);
                    case 1 -> foreign;
                    case 2 -> "[" + reply + "]";
                    case 3 -> "{\"id\":\t{},\"src\":\t7,\"result\":\t\"none\"}";
                    case 4 -> "x".repeat(20_000);
                    default -> "";
                };
        if (!text.isEmpty()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var noise = new byte[1 + chance.nextInt(200)];
        chance.nextBytes(noise);
        return noise;
    }
}
