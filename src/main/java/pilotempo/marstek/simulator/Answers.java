package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pilotempo.battery.Device;
import pilotempo.battery.OperatingMode;

/**
 * The reads in the shape and the units of one device's family and firmware, after replies that were
 * seen on the wire.
 */
final class Answers {
    private final Device device;
    private final Family family;
    private final double firmware;
    private final String host;
    private final String mac;

    Answers(Device device, String mac, String host) {
        this.device = device;
        this.host = host;
        this.mac = mac;
        family = Family.of(device);
        firmware = Family.firmware(device);
    }

    Answer to(String method, BatteryNow now) {
        return switch (method) {
            case "Marstek.GetDevice" -> new Answer.Result(whoAmI());
            case "Wifi.GetStatus" -> new Answer.Result(wifi(now));
            case "BLE.GetStatus" -> new Answer.Result(bluetooth());
            case "Bat.GetStatus" -> early(122) ? new Answer.Silence() : bat(now);
            case "ES.GetStatus" -> early(142) ? new Answer.Silence() : energySystem(now);
            case "ES.GetMode" -> new Answer.Result(mode(now));
            case "EM.GetStatus" -> new Answer.Result(meter(now));
            case "PV.GetStatus" -> family.hasPanels() ? panels(now) : unknown();
            default -> unknown();
        };
    }

    Answer unknown() {
        return family == Family.MINI || early(142)
                ? new Answer.Silence()
                : Answer.Failure.METHOD_NOT_FOUND;
    }

    /** Whether it takes the settings that came with the second edition of the API. */
    boolean takesSettings() {
        return switch (family) {
            case E3 -> firmware >= 150;
            case A -> firmware >= 148;
            case D -> firmware >= 149;
            case HMG_50, MINI -> false;
        };
    }

    private boolean early(int last) {
        return Family.isEarlyE3(device, last);
    }

    private boolean oldHmg() {
        return Family.isOldHmg(device);
    }

    private ObjectNode whoAmI() {
        var result = JsonNodeFactory.instance.objectNode();
        result.put("device", device.model()).put("ver", device.firmware());
        if (!(oldHmg() && device.model().equals("VenusC"))) {
            result.put("ble_mac", mac).put("wifi_mac", wifiMac()).put("wifi_name", "HOME");
        }
        return result.put("ip", host);
    }

    /** The access point's for the families that tell that one, and the same for all of them. */
    private String wifiMac() {
        boolean accessPoint = family == Family.HMG_50 || family == Family.E3;
        return accessPoint ? "02005eaa0001" : "02005ea" + mac.substring(7);
    }

    private ObjectNode wifi(BatteryNow now) {
        var result = body();
        result.put("wifi_mac", wifiMac());
        if (oldHmg()) {
            result.putNull("ssid").put("rssi", -now.rssiDbm());
        } else {
            result.put("ssid", "HOME").put("rssi", now.rssiDbm());
        }
        return result.put("sta_ip", host)
                .put("sta_gate", "192.0.2.1")
                .put("sta_mask", "255.255.255.0")
                .put("sta_dns", "192.0.2.1");
    }

    private ObjectNode bluetooth() {
        return body().put("state", "disconnect").put("ble_mac", mac);
    }

    private Answer bat(BatteryNow now) {
        double temperature = Math.rint(now.temperatureC());
        double stored = Math.rint(now.storedWh());
        if (early(142)) {
            temperature = Math.rint(now.temperatureC() * 10);
            stored = Math.floor(now.storedWh() / 10);
        } else if (oldHmg()) {
            stored *= 100;
        }
        var result = body();
        result.put("soc", now.soc())
                .put("charg_flag", true)
                .put("dischrg_flag", true)
                .put("bat_temp", temperature)
                .put("bat_capacity", stored)
                .put("rated_capacity", now.ratedWh());
        if (oldHmg()) {
            double volts = 48 + 6 * now.socPct() / 100;
            result.put("bat_voltage", (int) Math.rint(volts * 100))
                    .put("bat_current", (int) Math.rint(now.cellsW() / volts * 100))
                    .put("error_code", 0);
        }
        return new Answer.Result(result);
    }

    private Answer energySystem(BatteryNow now) {
        var result = body();
        double capacity = family == Family.MINI ? now.storedWh() : now.ratedWh();
        boolean tellsSun = family.hasPanels() && firmware >= 149;
        int count = Family.countWh(device);
        result.put("bat_soc", now.soc())
                .put("bat_cap", (int) Math.rint(capacity))
                .put("pv_power", tellsSun ? (int) now.pvW() : 0)
                .put("ongrid_power", (int) now.ongridW())
                .put("offgrid_power", 0);
        if (oldHmg()) {
            result.put("bat_power", (int) Math.rint(-10 * now.cellsW()));
        }
        result.put("total_pv_energy", tellsSun ? (long) (now.pvWh() / 10) : 0)
                .put("total_grid_output_energy", (long) (now.gridOutWh() / count))
                .put("total_grid_input_energy", (long) (now.gridInWh() / count))
                .put("total_load_energy", 0);
        return new Answer.Result(result);
    }

    private ObjectNode mode(BatteryNow now) {
        var result = body();
        result.put("mode", now.mode().word())
                .put("ongrid_power", (int) now.ongridW())
                .put("offgrid_power", 0)
                .put("bat_soc", now.soc());
        boolean follows = now.mode() != OperatingMode.MANUAL && now.mode() != OperatingMode.UPS;
        if (follows && !early(122) && !oldHmg() && family != Family.MINI) {
            // the block is live in AI only; in Auto it is zeros beside a live meter
            boolean live = now.mode() == OperatingMode.AI && now.ctHeard();
            ct(result, live, live ? (int) now.meterW() : 0);
            if (tellsMeterEnergy()) {
                energies(result, now, live);
            }
        }
        return result;
    }

    private ObjectNode meter(BatteryNow now) {
        var result = body();
        if (oldHmg()) {
            return result.put("ct_state", now.ctHeard() ? 1 : 0).put("parse_state", 1);
        }
        ct(result, now.ctHeard(), now.ctHeard() ? (int) now.meterW() : 0);
        if (tellsMeterEnergy()) {
            energies(result, now, now.ctHeard());
        }
        return result;
    }

    private boolean tellsMeterEnergy() {
        return switch (family) {
            case E3 -> firmware >= 144;
            case A, D -> firmware >= 148;
            case HMG_50 -> firmware >= 155;
            case MINI -> true;
        };
    }

    private static void ct(ObjectNode result, boolean heard, int meterW) {
        result.put("ct_state", heard ? 1 : 0)
                .put("a_power", meterW)
                .put("b_power", 0)
                .put("c_power", 0)
                .put("total_power", meterW);
    }

    private static void energies(ObjectNode result, BatteryNow now, boolean live) {
        result.put("input_energy", live ? (long) (now.meterInWh() * 10) : 0)
                .put("output_energy", live ? (long) (now.meterOutWh() * 10) : 0);
    }

    /** Four inputs; the first in tenths of a watt, the others in watts. */
    private Answer panels(BatteryNow now) {
        int total = (int) now.pvW();
        int second = total / 4;
        int third = total / 4;
        int fourth = total / 5;
        int first = total - second - third - fourth;
        var result = body();
        input(result, 1, first, first * 10);
        input(result, 2, second, second);
        input(result, 3, third, third);
        input(result, 4, fourth, fourth);
        return new Answer.Result(result);
    }

    private static void input(ObjectNode result, int number, int watts, int raw) {
        int volts = watts > 0 ? 31 + 3 * number : 0;
        result.put("pv" + number + "_power", raw)
                .put("pv" + number + "_voltage", volts)
                .put("pv" + number + "_current", watts > 0 ? watts / volts : 0)
                .put("pv" + number + "_state", watts > 0 ? 1 : 0);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("id", 0);
    }
}
