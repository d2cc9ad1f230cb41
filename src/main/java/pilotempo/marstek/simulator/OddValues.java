package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilotempo.battery.OperatingMode;

/** Spoils results as faulty firmware does. Confined to its battery. */
final class OddValues {
    private static final List<String> COUNTERS =
            List.of("total_grid_output_energy", "total_grid_input_energy", "total_pv_energy");
    private static final List<String> POWERS =
            List.of(
                    "ongrid_power",
                    "offgrid_power",
                    "a_power",
                    "b_power",
                    "c_power",
                    "total_power");

    private final Set<Fault> faults;
    private final Dice dice;
    private final Map<String, JsonNode> frozen = new HashMap<>();

    OddValues(Set<Fault> faults, Dice dice) {
        this.faults = faults;
        this.dice = dice;
    }

    void spoil(ObjectNode result) {
        if (faults.contains(Fault.FROZEN_COUNTERS)) {
            counters(result).forEach(key -> freeze(result, key));
        }
        if (dice.happens(Fault.COUNTER_RESETS, 0.15)) {
            counters(result).forEach(key -> result.put(key, 0));
        }
        if (dice.happens(Fault.BMS_SILENT, 0.2)) {
            silenceBms(result);
        }
        if (faults.contains(Fault.UNSIGNED_POWER)) {
            POWERS.stream()
                    .filter(key -> result.path(key).asInt() < 0)
                    .forEach(key -> result.put(key, 65_536 + result.path(key).asInt()));
        }
        if (faults.contains(Fault.NUMERIC_MODES) && result.has("mode")) {
            OperatingMode.ofWord(result.path("mode").asText())
                    .ifPresent(mode -> result.put("mode", numberOf(mode)));
        }
        if (faults.contains(Fault.HIDES_MODE) && result.has("mode")) {
            result.putNull("mode");
        }
        if (faults.contains(Fault.ODD_TYPES)) {
            oddTypes(result);
        }
    }

    private static int numberOf(OperatingMode mode) {
        return switch (mode) {
            case AUTO -> 0;
            case AI -> 1;
            case MANUAL -> 2;
            case PASSIVE -> 3;
            case UPS -> 4;
        };
    }

    private static List<String> counters(ObjectNode result) {
        return COUNTERS.stream().filter(result::has).toList();
    }

    private void freeze(ObjectNode result, String key) {
        result.set(key, frozen.computeIfAbsent(key, result::get));
    }

    private static void silenceBms(ObjectNode result) {
        if (result.has("rated_capacity")) {
            result.put("soc", 0)
                    .put("charg_flag", false)
                    .put("dischrg_flag", false)
                    .put("bat_temp", 0.0)
                    .put("bat_capacity", 0.0)
                    .put("rated_capacity", 0.0);
        } else if (result.has("bat_cap")) {
            result.put("bat_cap", 0);
        }
    }

    private static void oddTypes(ObjectNode result) {
        if (result.has("bat_temp")) {
            result.put("bat_temp", result.path("bat_temp").asDouble() * 10);
            result.putNull("bat_capacity");
        }
        for (var entry : new ArrayList<>(result.properties())) {
            if (entry.getValue().isNumber() && !entry.getKey().equals("id")) {
                result.set(entry.getKey(), new TextNode(entry.getValue().asText()));
            }
        }
    }
}
