package pilotempo.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

/**
 * The present of one battery: each value the newest known, with its own time.
 *
 * @param id people's id
 * @param name people's name
 * @param host address or name as it is asked now; null while unknown
 * @param port API port
 * @param mac identity; null before first contact
 * @param device what it says of itself; null while unknown
 * @param numbers quantities
 * @param mode operating mode
 * @param chargingAllowed BMS permit
 * @param dischargingAllowed BMS permit
 * @param ctConnected whether it hears its meter
 * @param link health of the link
 * @param raw newest raw reply of each method
 */
public record BatteryState(
        String id,
        String name,
        @Nullable String host,
        int port,
        @Nullable Mac mac,
        @Nullable Device device,
        Map<Quantity, Timed<Double>> numbers,
        @Nullable Timed<OperatingMode> mode,
        @Nullable Timed<Boolean> chargingAllowed,
        @Nullable Timed<Boolean> dischargingAllowed,
        @Nullable Timed<Boolean> ctConnected,
        LinkHealth link,
        Map<String, RawReply> raw) {
    private static final int INTERVALS = 3;

    /** Copies the maps. */
    public BatteryState {
        var copy = new EnumMap<Quantity, Timed<Double>>(Quantity.class);
        copy.putAll(numbers);
        numbers = Collections.unmodifiableMap(copy);
        raw = Collections.unmodifiableMap(new TreeMap<>(raw));
    }

    /** A battery of which only the settings are known. */
    public static BatteryState unknown(
            String id, String name, @Nullable String host, int port, @Nullable Mac mac) {
        return new BatteryState(
                id,
                name,
                host,
                port,
                mac,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                LinkHealth.STARTING,
                Map.of());
    }

    /** The newest value of a quantity, however old; null when never known. */
    public @Nullable Timed<Double> latest(Quantity quantity) {
        return numbers.get(quantity);
    }

    /** The value of a quantity as of now; null when unknown or too old. */
    public @Nullable Double now(Quantity quantity, Instant now) {
        var timed = numbers.get(quantity);
        return timed == null || timed.staleAt(now) ? null : timed.value();
    }

    /** A timed value as of now; null when unknown or too old. */
    public static <T> @Nullable T fresh(@Nullable Timed<T> timed, Instant now) {
        return timed == null || timed.staleAt(now) ? null : timed.value();
    }

    /**
     * Whether it answered within three of its power intervals. One that missed three rounds did
     * not: that its pace slows down since makes no difference.
     */
    public boolean reachable(Instant now) {
        var last = link.lastAnswer();
        return last != null
                && link.missedRounds() < INTERVALS
                && Duration.between(last, now).compareTo(link.pace().multipliedBy(INTERVALS)) <= 0;
    }

    /** The newest moment at which anything was learnt; null if never. */
    public @Nullable Instant at() {
        var newest = numbers.values().stream().map(Timed::at).max(Instant::compareTo).orElse(null);
        if (mode != null && (newest == null || mode.at().isAfter(newest))) {
            return mode.at();
        }
        return newest;
    }

    /**
     * This with what a reply taught; a value that came earlier than the one known does not replace
     * it.
     */
    public BatteryState learn(Observation observation, Instant at, Duration goodFor) {
        var merged = new EnumMap<Quantity, Timed<Double>>(Quantity.class);
        merged.putAll(numbers);
        observation
                .numbers()
                .forEach(
                        (quantity, value) -> merged.put(quantity, new Timed<>(value, at, goodFor)));
        return new BatteryState(
                id,
                name,
                host,
                port,
                mac,
                device,
                merged,
                newer(mode, observation.mode(), at, goodFor),
                newer(chargingAllowed, observation.chargingAllowed(), at, goodFor),
                newer(dischargingAllowed, observation.dischargingAllowed(), at, goodFor),
                newer(ctConnected, observation.ctConnected(), at, goodFor),
                link,
                raw);
    }

    /** This with another raw reply. */
    public BatteryState withRaw(RawReply reply) {
        var copy = new TreeMap<>(raw);
        copy.put(reply.method(), reply);
        return new BatteryState(
                id,
                name,
                host,
                port,
                mac,
                device,
                numbers,
                mode,
                chargingAllowed,
                dischargingAllowed,
                ctConnected,
                link,
                copy);
    }

    /** This with another address, identity and link health. */
    public BatteryState withLink(
            @Nullable String newHost,
            int newPort,
            @Nullable Mac newMac,
            @Nullable Device newDevice,
            LinkHealth health) {
        return new BatteryState(
                id,
                name,
                newHost,
                newPort,
                newMac,
                newDevice,
                numbers,
                mode,
                chargingAllowed,
                dischargingAllowed,
                ctConnected,
                health,
                raw);
    }

    private static <T> @Nullable Timed<T> newer(
            @Nullable Timed<T> known, @Nullable T value, Instant at, Duration goodFor) {
        return value == null ? known : new Timed<>(value, at, goodFor);
    }
}
