package pilotempo.ui.testing;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import pilotempo.alert.Alerts;
import pilotempo.alert.ChannelState;
import pilotempo.alert.ChannelTest;
import pilotempo.history.AlertEntry;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.settings.Settings;

/** Alerts that stand still; tests change them with {@link #set}. */
public final class StillAlerts implements Alerts {
    /** What views said was seen. */
    public final List<UUID> acknowledged = new CopyOnWriteArrayList<>();

    private final Signal changed = new Signal();
    private volatile List<AlertEntry> all = List.of();
    private volatile List<ChannelState> channels =
            List.of(
                    new ChannelState("telegram", false, 0, null, null),
                    new ChannelState("webhook", false, 0, null, null));

    private volatile List<ChannelTest> tests = List.of();

    StillAlerts() {}

    /** What becomes of test messages. */
    public void testing(List<ChannelTest> outcome) {
        tests = List.copyOf(outcome);
    }

    /** All alerts, newest first. */
    public void set(List<AlertEntry> newestFirst) {
        all = List.copyOf(newestFirst);
        changed.send();
    }

    /** How the channels do. */
    public void setChannels(List<ChannelState> now) {
        channels = List.copyOf(now);
        changed.send();
    }

    @Override
    public void start() {}

    @Override
    public List<AlertEntry> open() {
        return all.stream().filter(alert -> alert.resolvedAt() == null).toList();
    }

    @Override
    public List<AlertEntry> newest(int most) {
        return all.stream().limit(most).toList();
    }

    @Override
    public void acknowledge(UUID alert) {
        acknowledged.add(alert);
    }

    @Override
    public List<ChannelState> channels(Locale language) {
        return channels;
    }

    @Override
    public List<ChannelTest> sendTest(Locale language) {
        return tests;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }

    @Override
    public void changed(Settings settings) {}

    @Override
    public void close() {}
}
