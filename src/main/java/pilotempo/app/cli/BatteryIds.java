package pilotempo.app.cli;

import java.util.HashMap;
import java.util.Map;
import pilotempo.battery.Mac;

/** People's ids of the batteries that are known by their MAC. */
final class BatteryIds {
    private BatteryIds() {}

    /** The id of the settings where the battery is there, else the last one it had. */
    static Map<Mac, String> of(OpenDesk desk) {
        var ids = new HashMap<Mac, String>();
        desk.history().known().forEach((mac, battery) -> ids.put(mac, battery.id()));
        for (var battery : desk.engine().fleet().batteries()) {
            var mac = battery.mac();
            if (mac != null) {
                ids.put(mac, battery.id());
            }
        }
        return ids;
    }
}
