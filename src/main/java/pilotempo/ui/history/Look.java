package pilotempo.ui.history;

import java.util.HashSet;
import java.util.Set;
import pilotempo.battery.Mac;

/**
 * How a window is looked at.
 *
 * @param perBattery lanes instead of the total
 * @param compared whether the period before is shown too
 * @param leftOut batteries that are not shown
 */
record Look(boolean perBattery, boolean compared, Set<Mac> leftOut) {
    static final Look PLAIN = new Look(false, false, Set.of());

    Look {
        leftOut = Set.copyOf(leftOut);
    }

    Look inLanes(boolean lanes) {
        return new Look(lanes, compared, leftOut);
    }

    Look comparing(boolean before) {
        return new Look(perBattery, before, leftOut);
    }

    /** A battery comes in or is left out. */
    Look with(Mac battery, boolean in) {
        var others = new HashSet<>(leftOut);
        if (in) {
            others.remove(battery);
        } else {
            others.add(battery);
        }
        return new Look(perBattery, compared, others);
    }

    boolean shows(Mac battery) {
        return !leftOut.contains(battery);
    }
}
