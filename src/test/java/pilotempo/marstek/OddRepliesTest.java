package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Quantity;

/** Replies of random types and sizes. */
class OddRepliesTest {
    private static final List<Family> FAMILIES = List.of(Family.values());
    private static final String[] KEYS = {
        "id",
        "soc",
        "bat_soc",
        "bat_cap",
        "pv_power",
        "pv1_power",
        "pv2_power",
        "pv3_power",
        "ongrid_power",
        "offgrid_power",
        "bat_power",
        "total_pv_energy",
        "bat_temp",
        "total_grid_output_energy",
        "total_grid_input_energy",
        "total_load_energy",
        "mode",
        "ct_state",
        "a_power",
        "b_power",
        "c_power",
        "total_power",
        "charg_flag",
        "dischrg_flag",
        "bat_capacity",
        "rated_capacity",
        "rssi",
        "device",
        "ver",
        "ble_mac"
    };

    @Test
    void nothing_a_device_says_throws_or_leaves_the_ranges() {
        long seed = System.nanoTime();
        System.err.println("OddRepliesTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2_500; i++) {
            var reply = JsonNodeFactory.instance.objectNode();
            for (var key : KEYS) {
                if (random.nextInt(3) > 0) {
                    reply.set(key, oddValue(random));
                }
            }
            var family = FAMILIES.get(random.nextInt(FAMILIES.size()));
            var firmware = random.nextBoolean() ? null : (Integer) random.nextInt(-5, 2000);
            for (var query : Query.values()) {
                var seen = Normaliser.observe(query, reply, FirmwareTable.of(family, firmware));
                seen.numbers()
                        .forEach(
                                (quantity, value) ->
                                        assertThat(quantity.accepts(value))
                                                .as("seed %d: %s %s", seed, quantity, value)
                                                .isTrue());
                assertThat(seen.number(Quantity.TOTAL_LOAD_WH)).isNull();
            }
            assertThat(Wire.read(reply.toString().substring(random.nextInt(9)))).isNotNull();
        }
    }

    static JsonNode oddValue(RandomGenerator random) {
        var make = JsonNodeFactory.instance;
        return switch (random.nextInt(12)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.textNode("" + random.nextInt(-100, 70000));
            case 3 ->
                    make.textNode(
                            new String[] {"", "-", "Auto", "NaN", "1e9", " 7 "}[random.nextInt(6)]);
            case 4 -> make.numberNode(random.nextDouble() * 1e6 - 5e5);
            case 5 -> make.numberNode(BigInteger.TEN.pow(random.nextInt(400)));
            case 6 -> make.numberNode(4294967295L);
            case 7 -> make.numberNode(-0.0);
            case 8 -> make.arrayNode().add(1);
            case 9 -> make.objectNode().put("id", 1);
            default -> make.numberNode(random.nextInt(-3000, 70000));
        };
    }
}
