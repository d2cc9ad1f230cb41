package pilotempo.planning;

import java.util.List;
import java.util.Objects;

/** The batteries of a trial taken as one, by {@link Losses}. Confined. */
final class TrialBattery {
    private final double capacityWh;
    private final double reserveWh;

    /** What it takes, and what it is supposed to deliver, W. */
    private final double mostW;

    private double storedWh;

    /** Of batteries whose level and capacity are known. */
    TrialBattery(List<Pack> packs) {
        capacityWh = packs.stream().mapToDouble(TrialBattery::capacityWh).sum();
        storedWh = packs.stream().mapToDouble(TrialBattery::storedWh).sum();
        reserveWh = Math.min(storedWh, capacityWh * Losses.RESERVE_PCT / 100);
        mostW = packs.stream().mapToDouble(pack -> pack.battery().chargeLimitW()).sum();
    }

    private static double capacityWh(Pack pack) {
        return Objects.requireNonNullElse(pack.battery().capacityWh(), 0.0);
    }

    private static double storedWh(Pack pack) {
        return capacityWh(pack) * Objects.requireNonNullElse(pack.socPct(), 0.0) / 100;
    }

    /** Fills it up to a level, and tells what that draws, Wh. */
    double charge(int targetPct) {
        double wh = Math.max(0, capacityWh * targetPct / 100 - storedWh);
        storedWh += wh;
        return wh / Losses.IN;
    }

    /**
     * Follows the meter as in Auto.
     *
     * @param netW without it, W; negative = the sun leaves that over
     * @return with it, W
     */
    double follow(double netW, double hours) {
        if (netW > 0) {
            double out = Math.min(Math.min(netW, mostW), deliverableWh() / hours);
            storedWh -= out * hours / Losses.OUT;
            return netW - out;
        }
        double takes = (capacityWh - storedWh) / Losses.IN / hours;
        double in = Math.min(Math.min(-netW, mostW), takes);
        storedWh += in * hours * Losses.IN;
        return netW + in;
    }

    /** What it still delivers, Wh. */
    double deliverableWh() {
        return Math.max(0, storedWh - reserveWh) * Losses.OUT;
    }
}
