package pilotempo.ui.settings;

import pilotempo.battery.Device;
import pilotempo.settings.Settings;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;

/** Faults, devices and suggestions in the user's words. */
record SettingsWords(Texts texts, Formats formats) {

    String fault(BatteryEntry.Fault fault) {
        return switch (fault) {
            case NAME_MISSING -> texts.get("fault.name.missing");
            case NAME_TOO_LONG ->
                    texts.get("fault.name.long", Integer.toString(BatteryEntry.LONGEST_NAME));
            case NAME_TAKEN -> texts.get("fault.name.taken");
            case HOST_MISSING -> texts.get("fault.host.missing");
            case HOST_INVALID -> texts.get("fault.host.invalid");
            case ADDRESS_TAKEN -> texts.get("fault.address.taken");
            case PORT_INVALID -> texts.get("fault.port");
        };
    }

    /** "VenusE 3.0 · firmware 150". */
    String device(Device device) {
        var firmware =
                device.firmware() >= 1000
                        ? formats.number(device.firmware() / 10.0, 1)
                        : Integer.toString(device.firmware());
        return texts.get("battery.device", device.model(), firmware);
    }

    /** "192.0.2.11 : 30001". */
    String address(String host, int port) {
        return texts.get("battery.address", host, Integer.toString(port));
    }

    /** A name that no battery has yet, "Battery 2". */
    String suggestion(Settings settings, int from) {
        for (var number = from; ; number++) {
            var name = texts.get("search.suggestion", Integer.toString(number));
            if (BatteryEntry.nameFault(name, settings, "").isEmpty()) {
                return name;
            }
        }
    }
}
