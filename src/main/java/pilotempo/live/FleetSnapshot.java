package pilotempo.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The whole fleet at one moment, in the order of the settings. */
public record FleetSnapshot(List<BatteryState> batteries) {
    /** No battery. */
    public static final FleetSnapshot EMPTY = new FleetSnapshot(List.of());

    /** Copies the list. */
    public FleetSnapshot {
        batteries = List.copyOf(batteries);
    }

    /** The battery of that id. */
    public Optional<BatteryState> battery(String id) {
        return batteries.stream().filter(battery -> battery.id().equals(id)).findFirst();
    }

    /** This with one battery changed. */
    public FleetSnapshot change(String id, UnaryOperator<BatteryState> change) {
        var changed = new ArrayList<>(batteries);
        changed.replaceAll(battery -> battery.id().equals(id) ? change.apply(battery) : battery);
        return new FleetSnapshot(changed);
    }
}
