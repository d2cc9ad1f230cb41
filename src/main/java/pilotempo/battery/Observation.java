package pilotempo.battery;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt about a battery, already in our units and signs. What is absent is unknown, never
 * 0.
 *
 * @param numbers the measured quantities; every value is within {@link Quantity#accepts}, never NaN
 *     or −0
 * @param mode operating mode
 * @param chargingAllowed the BMS's permit to charge
 * @param dischargingAllowed the BMS's permit to discharge
 * @param ctConnected whether the battery hears its CT meter
 */
public record Observation(
        Map<Quantity, Double> numbers,
        @Nullable OperatingMode mode,
        @Nullable Boolean chargingAllowed,
        @Nullable Boolean dischargingAllowed,
        @Nullable Boolean ctConnected) {
    /** Nothing known. */
    public static final Observation NOTHING = new Observation(Map.of(), null, null, null, null);

    /** Copies the map. */
    public Observation {
        var copy = new EnumMap<Quantity, Double>(Quantity.class);
        copy.putAll(numbers);
        numbers = Collections.unmodifiableMap(copy);
    }

    /** The value of a quantity, or null when unknown. */
    public @Nullable Double number(Quantity quantity) {
        return numbers.get(quantity);
    }

    /** Whether nothing at all is known. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** This, completed and overridden by what {@code newer} knows. */
    public Observation with(Observation newer) {
        var merged = toBuilder();
        newer.numbers.forEach(merged::number);
        return merged.mode(newer.mode == null ? mode : newer.mode)
                .chargingAllowed(
                        newer.chargingAllowed == null ? chargingAllowed : newer.chargingAllowed)
                .dischargingAllowed(
                        newer.dischargingAllowed == null
                                ? dischargingAllowed
                                : newer.dischargingAllowed)
                .ctConnected(newer.ctConnected == null ? ctConnected : newer.ctConnected)
                .build();
    }

    /** A builder that starts from nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        var builder = new Builder();
        builder.numbers.putAll(numbers);
        return builder.mode(mode)
                .chargingAllowed(chargingAllowed)
                .dischargingAllowed(dischargingAllowed)
                .ctConnected(ctConnected);
    }

    /**
     * Collects values; one that is null or out of its quantity's range stays unknown. Not
     * thread-safe.
     */
    public static final class Builder {
        private final Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        private @Nullable OperatingMode mode;
        private @Nullable Boolean chargingAllowed;
        private @Nullable Boolean dischargingAllowed;
        private @Nullable Boolean ctConnected;

        private Builder() {}

        /** Sets or, with null or an impossible value, forgets a quantity. */
        public Builder number(Quantity quantity, @Nullable Double value) {
            if (value == null || !quantity.accepts(value)) {
                numbers.remove(quantity);
            } else {
                numbers.put(quantity, value + 0.0);
            }
            return this;
        }

        /** Sets the mode. */
        public Builder mode(@Nullable OperatingMode value) {
            mode = value;
            return this;
        }

        /** Sets the permit to charge. */
        public Builder chargingAllowed(@Nullable Boolean value) {
            chargingAllowed = value;
            return this;
        }

        /** Sets the permit to discharge. */
        public Builder dischargingAllowed(@Nullable Boolean value) {
            dischargingAllowed = value;
            return this;
        }

        /** Sets whether the CT is heard. */
        public Builder ctConnected(@Nullable Boolean value) {
            ctConnected = value;
            return this;
        }

        /** The observation. */
        public Observation build() {
            return new Observation(numbers, mode, chargingAllowed, dischargingAllowed, ctConnected);
        }
    }
}
