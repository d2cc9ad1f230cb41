package pilotempo.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.history.Outgoing;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** An outbox in memory, whose readings may be what no local database would hold. */
final class MemoryOutbox implements Outbox {
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    final List<Rejected> rejected = new CopyOnWriteArrayList<>();

    /** How many times from now on an acknowledgement is lost, as in a crash. */
    volatile int crashes;

    private UUID identity = UUID.randomUUID();
    private final List<Outgoing> readings = new ArrayList<>();
    private final Map<OutboxStream, Long> acknowledged = new EnumMap<>(OutboxStream.class);
    private final Signal more = new Signal();

    /** With so many readings of two batteries, so far apart. */
    static MemoryOutbox of(int count, Duration apart) {
        var outbox = new MemoryOutbox();
        for (int i = 0; i < count; i++) {
            outbox.add(i % 2 + 1, START.plus(apart.multipliedBy(i / 2)), i % 100);
        }
        return outbox;
    }

    synchronized void add(int battery, Instant at, double soc) {
        var values = new double[Quantity.values().length];
        Arrays.fill(values, Double.NaN);
        set(values, Quantity.SOC_PCT, soc);
        set(values, Quantity.POWER_W, -12.5);
        set(values, Quantity.WIFI_RSSI_DBM, -61);
        set(values, Quantity.TOTAL_GRID_IN_WH, 1234567);
        readings.add(
                new Outgoing.ReadingRow(
                        readings.size() + 1,
                        new Mac("02005e%06x".formatted(battery)),
                        at.toEpochMilli(),
                        values,
                        OperatingMode.AUTO,
                        true,
                        null,
                        false));
        more.send();
    }

    @SuppressWarnings("EnumOrdinal")
    private static void set(double[] values, Quantity quantity, double value) {
        values[quantity.ordinal()] = value;
    }

    @Override
    public synchronized UUID identity() {
        return identity;
    }

    @Override
    public Optional<UUID> opening() {
        return Optional.empty();
    }

    @Override
    public boolean knows(OutboxStream stream, long seq, Optional<UUID> opening) {
        return seq <= newest(stream);
    }

    @Override
    public synchronized void renew() {
        identity = UUID.randomUUID();
        acknowledged.clear();
    }

    @Override
    public synchronized long newest(OutboxStream stream) {
        return stream == OutboxStream.READINGS ? readings.size() : 0;
    }

    @Override
    public synchronized List<Outgoing> after(OutboxStream stream, long seq, int most) {
        if (newest(stream) <= seq) {
            return List.of();
        }
        int from = (int) seq;
        return List.copyOf(readings.subList(from, Math.min(readings.size(), from + most)));
    }

    @Override
    public synchronized Backlog backlog(OutboxStream stream, long seq) {
        long rows = newest(stream) - seq;
        return rows <= 0
                ? Backlog.NONE
                : new Backlog(
                        rows,
                        Optional.of(
                                Instant.ofEpochMilli(
                                        ((Outgoing.ReadingRow) readings.get((int) seq)).at())));
    }

    @Override
    public synchronized void acknowledged(UUID target, OutboxStream stream, long seq) {
        if (crashes > 0) {
            crashes--;
            throw new IllegalStateException("killed before it was noted");
        }
        acknowledged.put(stream, seq);
    }

    @Override
    public synchronized long acknowledged(UUID target, OutboxStream stream) {
        return acknowledged.getOrDefault(stream, 0L);
    }

    @Override
    public long lastAcknowledged(OutboxStream stream) {
        return acknowledged(identity, stream);
    }

    @Override
    public void reject(Rejected row) {
        rejected.add(row);
    }

    @Override
    public List<Rejected> rejected(int most) {
        return List.copyOf(rejected);
    }

    @Override
    public long rejectedCount() {
        return rejected.size();
    }

    @Override
    public Subscription onMore(Runnable listener) {
        return more.subscribe(listener);
    }
}
