package pilotempo.ui.settings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;
import pilotempo.ui.component.Tone;

/**
 * One configured battery, ready to show.
 *
 * @param address where it is asked
 * @param device model and firmware
 * @param tone of its link
 * @param link how its link is, in a few words
 */
record FleetRowState(
        String id, String name, String address, String device, Tone tone, String link) {

    /** The batteries of the settings, in their order, with what is known of them now. */
    static List<FleetRowState> of(Settings settings, FleetSnapshot fleet, SettingsWords words) {
        return settings.batteries().stream()
                .map(battery -> row(battery, fleet.battery(battery.id()), words))
                .toList();
    }

    private static FleetRowState row(
            BatterySettings battery, Optional<BatteryState> known, SettingsWords words) {
        var state = known.orElse(null);
        var device = state == null ? null : state.device();
        return new FleetRowState(
                battery.id(),
                battery.name(),
                address(battery, state, words),
                device == null ? words.texts().get("battery.unknown") : words.device(device),
                tone(state),
                link(state, words));
    }

    private static String address(
            BatterySettings battery, @Nullable BatteryState state, SettingsWords words) {
        var now = state == null ? null : state.host();
        var host = now == null ? battery.host().orElse(null) : now;
        return host == null
                ? words.texts().get("battery.bymac", Integer.toString(battery.port()))
                : words.address(host, battery.port());
    }

    private static Tone tone(@Nullable BatteryState state) {
        if (state == null) {
            return Tone.PLAIN;
        }
        return switch (state.link().diagnosis()) {
            case STARTING -> Tone.PLAIN;
            case GOOD -> Tone.OK;
            case LOSSY, BUSY, SILENT, UNREACHABLE, NOT_FOUND -> Tone.ATTENTION;
            case STRANGER, UNRESOLVED -> Tone.ERROR;
        };
    }

    private static String link(@Nullable BatteryState state, SettingsWords words) {
        var texts = words.texts();
        if (state == null) {
            return texts.get("state.starting");
        }
        return switch (state.link().diagnosis()) {
            case STARTING -> texts.get("state.starting");
            case GOOD -> {
                var latency = state.link().p50();
                yield latency == null
                        ? texts.get("state.good")
                        : texts.get(
                                "state.good.latency",
                                words.formats().number((double) latency.toMillis(), 0));
            }
            case LOSSY -> texts.get("state.lossy");
            case BUSY -> texts.get("state.busy");
            case SILENT -> texts.get("state.silent");
            case UNREACHABLE -> texts.get("state.unreachable");
            case STRANGER -> texts.get("state.stranger");
            case UNRESOLVED -> texts.get("state.unresolved");
            case NOT_FOUND -> texts.get("state.notfound");
        };
    }
}
