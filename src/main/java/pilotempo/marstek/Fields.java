package pilotempo.marstek;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;

/** Reads the fields of a JSON object, whatever their type; what makes no sense is unknown. */
record Fields(JsonNode object) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{0,18})?");
    private static final OperatingMode[] BY_NUMBER = {
        OperatingMode.AUTO,
        OperatingMode.AI,
        OperatingMode.MANUAL,
        OperatingMode.PASSIVE,
        OperatingMode.UPS
    };
    private static final double ALL_ONES = 4294967295.0;
    private static final double HIGHEST_COUNTER_WH = 1e9;

    /** Whether the key is there, even as null. */
    boolean has(String key) {
        return object.has(key);
    }

    /** A finite number, also one written as a string. */
    @Nullable Double number(String key) {
        var node = object.path(key);
        double value;
        if (node.isNumber()) {
            value = node.doubleValue();
        } else if (node.isTextual() && DECIMAL.matcher(node.textValue().strip()).matches()) {
            value = Double.parseDouble(node.textValue().strip());
        } else {
            return null;
        }
        return Double.isFinite(value) ? value + 0.0 : null;
    }

    /** A whole number that fits an int. */
    @Nullable Integer whole(String key) {
        var value = number(key);
        if (value == null || value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            return null;
        }
        return value.intValue();
    }

    /** A power in its raw unit; some firmware writes negative ones as unsigned 16-bit numbers. */
    @Nullable Double power(String key) {
        var value = number(key);
        return value != null && value >= 32768 && value <= 65535 ? (Double) (value - 65536) : value;
    }

    /** A lifetime counter in Wh; null too when it is no reading, or its factor not known. */
    @Nullable Double counter(String key, @Nullable Double factor) {
        var raw = number(key);
        if (raw == null || factor == null || raw < 0 || raw == ALL_ONES) {
            return null;
        }
        double energy = scaled(raw, factor);
        return energy <= HIGHEST_COUNTER_WH ? energy : null;
    }

    /** The product, without the noise that 0.1 brings into binary fractions. */
    static double scaled(double raw, double factor) {
        return factor < 1 ? raw / Math.rint(1 / factor) : raw * factor;
    }

    /** A yes or no, also as 1 or 0 or as a word. */
    @Nullable Boolean flag(String key) {
        var node = object.path(key);
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            var word = node.textValue().strip();
            if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
                return word.equalsIgnoreCase("true");
            }
        }
        var number = number(key);
        if (number == null || (number != 0 && number != 1)) {
            return null;
        }
        return number == 1;
    }

    /** An operating mode, as a word or as a number. */
    @Nullable OperatingMode mode(String key) {
        var number = whole(key);
        if (number != null) {
            return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        }
        return text(key).flatMap(OperatingMode::ofWord).orElse(null);
    }

    /** A text that is not blank. */
    Optional<String> text(String key) {
        var node = object.path(key);
        return node.isTextual() && !node.textValue().isBlank()
                ? Optional.of(node.textValue().strip())
                : Optional.empty();
    }
}
