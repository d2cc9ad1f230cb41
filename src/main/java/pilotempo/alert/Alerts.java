package pilotempo.alert;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import pilotempo.history.AlertEntry;
import pilotempo.lifecycle.Subscription;
import pilotempo.settings.Settings;

/** Watches and tells. Thread-safe. */
public interface Alerts extends AutoCloseable {
    /** Begins to watch, and sends what an earlier run left in the queue. */
    void start();

    /** Alerts that last, the urgent first, then the newest; answers at once. */
    List<AlertEntry> open();

    /** The newest alerts, over or not, newest first. Waits for the disk. */
    List<AlertEntry> newest(int most);

    /** Somebody has seen it. */
    void acknowledge(UUID alert);

    /** How the channels do, told in a language. Those not configured are there too. */
    List<ChannelState> channels(Locale language);

    /**
     * Sends a test message to each configured channel, once. Waits.
     *
     * @param language of what is told here; the message is in the language of all messages
     */
    List<ChannelTest> sendTest(Locale language) throws InterruptedException;

    /** Signals at once and on each change; the listener must not wait. */
    Subscription onChange(Runnable listener);

    /** Other settings are in force. */
    void changed(Settings settings);

    @Override
    void close();
}
