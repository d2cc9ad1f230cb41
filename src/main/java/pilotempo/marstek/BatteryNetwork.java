package pilotempo.marstek;

import java.util.List;
import java.util.function.Consumer;

/** The batteries that can be reached: what polling, control and discovery see of the wire. */
public interface BatteryNetwork extends AutoCloseable {
    /**
     * Opens a battery's line. One line a battery; the local port is bound by the first line that
     * needs it.
     */
    BatteryLine line(LineSettings settings);

    /**
     * Looks for batteries. A probe is a request to every battery on its port: lines on that port
     * pause for it. Each device is told once, as soon as it answers, and the whole list is returned
     * at the end.
     */
    List<FoundDevice> discover(Discovery wanted, Consumer<FoundDevice> eachAsItAnswers)
            throws InterruptedException;

    /**
     * Closes all sockets; calls in progress end with {@link InterruptedException} or a lost reply.
     */
    @Override
    void close();
}
