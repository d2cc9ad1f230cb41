package pilotempo.marstek.simulator;

import java.util.Locale;
import pilotempo.battery.Device;

/** The device families that speak the local API, with their limits. */
enum Family {
    /** Venus C and Venus E of the first two generations. */
    HMG_50(2500, 2500, 0),
    /** Venus E 3.0. */
    E3(2500, 2500, 0),
    /** Venus A, with panels. */
    A(800, 1500, 800),
    /** Venus D, with panels. */
    D(800, 2500, 1600),
    /** Venus E mini. */
    MINI(800, 800, 0);

    private final double limitW;
    private final int acceptedW;
    private final double panelsW;

    Family(double limitW, int acceptedW, double panelsW) {
        this.limitW = limitW;
        this.acceptedW = acceptedW;
        this.panelsW = panelsW;
    }

    static Family of(Device device) {
        var bare = device.model().replace(" ", "").toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "venuse3.0" -> E3;
            case "venusa" -> A;
            case "venusd" -> D;
            case "vnsem-0" -> MINI;
            case "venus", "venusc", "venuse" -> HMG_50;
            default -> throw new IllegalArgumentException("no such model: " + device.model());
        };
    }

    /** What it charges or delivers at most. */
    double limitW() {
        return limitW;
    }

    /** The largest power that it takes as an order. */
    int acceptedW() {
        return acceptedW;
    }

    /** Rated power of its panels, 0 without. */
    double panelsW() {
        return panelsW;
    }

    boolean hasPanels() {
        return panelsW > 0;
    }

    /** Firmware with the extra digit brought back: 1509 is 150.9. */
    static double firmware(Device device) {
        return device.firmware() >= 1000 ? device.firmware() / 10.0 : device.firmware();
    }

    /** What stands before the MAC in {@code src}. */
    static String source(Device device) {
        double firmware = firmware(device);
        return switch (of(device)) {
            case E3 -> firmware >= 151 ? "VNSE3-0" : device.model();
            case A -> firmware >= 150.9 ? "VNSA-0" : "VenusA";
            case D -> firmware >= 151 ? "VNSD-0" : "VenusD";
            case HMG_50, MINI -> device.model();
        };
    }

    /** Venus E 3.0 up to this firmware, whose first editions of the API knew less. */
    static boolean isEarlyE3(Device device, int last) {
        return of(device) == E3 && firmware(device) <= last;
    }

    /** The first two generations with the firmware of the first edition of the API. */
    static boolean isOldHmg(Device device) {
        return of(device) == HMG_50 && firmware(device) <= 153;
    }

    /** Wh for one count of the grid counters on the wire. */
    static int countWh(Device device) {
        if (of(device) != HMG_50) {
            return 1;
        }
        return isOldHmg(device) ? 10 : 100;
    }
}
