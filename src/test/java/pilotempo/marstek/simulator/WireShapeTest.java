package pilotempo.marstek.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.lifecycle.ManualTime;

/** Replies have the keys, in order, and the kinds of values of replies seen on the wire. */
class WireShapeTest {
    private static final String MANUAL =
            "{'mode':'Manual','manual_cfg':{'time_num':9,'start_time':'00:00','end_time':'23:59',"
                    + "'week_set':127,'power':0,'enable':0}}";
    private static final String AI = "{'mode':'AI','ai_cfg':{'enable':1}}";
    private static final String CHARGE =
            "{'mode':'Passive','passive_cfg':{'power':-500,'cd_time':900}}";

    private final ManualTime time = ManualTime.at("2026-01-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "venus-e3-fw122-es-get-mode, VenusE 3.0, 122, ES.GetMode",
        "venus-e3-fw139-bat-get-status-soc12, VenusE 3.0, 139, Bat.GetStatus",
        "venus-e3-fw139-es-get-mode-discharging, VenusE 3.0, 139, ES.GetMode",
        "venus-e3-fw139-marstek-get-device, VenusE 3.0, 139, Marstek.GetDevice",
        "venus-e3-fw144-ble-get-status, VenusE 3.0, 144, BLE.GetStatus",
        "venus-e3-fw144-es-get-status, VenusE 3.0, 144, ES.GetStatus",
        "venus-e3-fw144-es-get-mode-manual, VenusE 3.0, 144, ES.GetMode",
        "venus-e3-fw144-em-get-status, VenusE 3.0, 144, EM.GetStatus",
        "venus-e3-fw144-bat-get-status, VenusE 3.0, 144, Bat.GetStatus",
        "venus-e3-fw144-wifi-get-status, VenusE 3.0, 144, Wifi.GetStatus",
        "venus-e3-fw148-es-get-mode-ai, VenusE 3.0, 148, ES.GetMode",
        "venus-e3-fw148-es-get-status-charging, VenusE 3.0, 148, ES.GetStatus",
        "venus-e3-fw150-es-get-mode-auto, VenusE 3.0, 150, ES.GetMode",
        "venus-e3-fw150-em-get-status, VenusE 3.0, 150, EM.GetStatus",
        "venus-e3-fw150-bat-get-status, VenusE 3.0, 150, Bat.GetStatus",
        "venus-e3-fw150-pv-get-status-method-not-found, VenusE 3.0, 150, PV.GetStatus",
        "venus-e3-fw150-marstek-get-device, VenusE 3.0, 150, Marstek.GetDevice",
        "venus-e3-fw151-es-get-status-sku-src, VenusE 3.0, 151, ES.GetStatus",
        "venus-a-fw147-marstek-get-device, Venus A, 147, Marstek.GetDevice",
        "venus-a-fw147-bat-get-status, Venus A, 147, Bat.GetStatus",
        "venus-a-fw147-pv-get-status, Venus A, 147, PV.GetStatus",
        "venus-a-fw147-es-get-mode, Venus A, 147, ES.GetMode",
        "venus-a-fw147-em-get-status, Venus A, 147, EM.GetStatus",
        "venus-a-fw147-es-get-status-pv-zero, Venus A, 147, ES.GetStatus",
        "venus-a-fw149-es-get-status-night, Venus A, 149, ES.GetStatus",
        "venus-a-fw1509-marstek-get-device-sku, Venus A, 1509, Marstek.GetDevice",
        "venus-d-fw150-es-get-status-bms-silent, Venus D, 150, ES.GetStatus",
        "venus-c-fw153-marstek-get-device-no-mac, VenusC, 153, Marstek.GetDevice",
        "venus-c-fw153-wifi-get-status, VenusC, 153, Wifi.GetStatus",
        "venus-e-fw153-bat-get-status, VenusE, 153, Bat.GetStatus",
        "venus-e-fw153-es-get-status-charging, VenusE, 153, ES.GetStatus",
        "venus-e-fw153-em-get-status-parse-state, VenusE, 153, EM.GetStatus",
        "venus-e-fw155-es-get-mode-manual, VenusE, 155, ES.GetMode",
        "venus-e-fw156-bat-get-status-bms212, VenusE, 156, Bat.GetStatus",
        "venus-e-fw156-es-get-status, VenusE, 156, ES.GetStatus",
        "venus-e-fw156-marstek-get-device, VenusE, 156, Marstek.GetDevice",
        "venus-e-mini-fw301-marstek-get-device, VNSEM-0, 301, Marstek.GetDevice",
        "venus-e-mini-fw300-es-set-mode, VNSEM-0, 300, ES.SetMode",
        "venus-e-fw155-error-invalid-params, VenusE, 155, ES.SetMode",
        "venus-e3-fw150-es-set-mode-refused, VenusE 3.0, 150, ES.SetMode",
    })
    void replies_look_like_those_of_real_devices(
            String file, String model, int firmware, String method) throws IOException {
        var seen = Client.JSON.readTree(fixture(file));
        try (var fleet = SimulatedFleet.start(Fleets.of(model, firmware), time.time());
                var client = new Client()) {
            var address = fleet.addresses().getFirst();
            if (file.contains("manual")) {
                client.setMode(address, MANUAL.replace('\'', '"'));
            } else if (file.contains("mode-ai")) {
                client.setMode(address, AI.replace('\'', '"'));
            } else if (file.contains("charging")) {
                client.setMode(address, CHARGE.replace('\'', '"'));
            }
            client.call(address, method, params(file, method).replace('\'', '"'));
            var text = client.receiveText();

            assertThat(text).startsWith("{\n\t\"id\":\t").endsWith("\t}\n}");
            assertThat(shape(Client.JSON.readTree(text))).isEqualTo(shape(seen));
        }
    }

    @Test
    void what_it_prints_is_what_devices_print() throws IOException {
        for (var file :
                new String[] {"venus-e-fw153-bat-get-status", "venus-c-fw153-wifi-get-status"}) {
            var text = fixture(file);
            assertThat(CJson.write(Client.JSON.readTree(text))).isEqualTo(text.stripTrailing());
        }
    }

    private static String params(String file, String method) {
        if (method.equals("ES.SetMode")) {
            if (file.contains("invalid")) {
                return "{'id':0}";
            }
            return file.contains("refused")
                    ? "{'id':0,'config':{'mode':'Passive'}}"
                    : "{'id':0,'config':" + CHARGE + "}";
        }
        return method.equals("Marstek.GetDevice") ? "{'ble_mac':'0'}" : "{'id':0}";
    }

    /** Path to kind of value; of the source only what stands before the MAC. */
    private static Map<String, String> shape(JsonNode reply) {
        var shape = new TreeMap<String, String>();
        collect("", reply, shape);
        shape.put("src", reply.path("src").asText().replaceAll("[0-9a-f]{12}$", "MAC"));
        if (reply.has("error")) {
            shape.put("error", reply.path("error").toString());
        }
        if (reply.path("result").has("device")) {
            shape.put("device", reply.path("result").path("device").asText());
        }
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, String> shape) {
        int place = 0;
        for (var entry : node.properties()) {
            var name = path + "/" + entry.getKey();
            var kind =
                    entry.getValue().isFloatingPointNumber()
                            ? "decimal"
                            : entry.getValue().getNodeType().name().toLowerCase(Locale.ROOT);
            shape.put(name, place++ + " " + kind);
            collect(name, entry.getValue(), shape);
        }
    }

    private static String fixture(String name) throws IOException {
        try (var in =
                Objects.requireNonNull(
                        WireShapeTest.class.getResourceAsStream(name + ".json"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
