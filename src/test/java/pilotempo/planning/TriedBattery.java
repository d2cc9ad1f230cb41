package pilotempo.planning;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.BatteryNow.Running;

/** A battery that does as it is told and can be lost; it tells whole per cents. */
final class TriedBattery {
    final String id;
    final double capacityWh;
    final int limitW;

    /** Where its BMS stops. */
    final double fullPct;

    double soc;
    boolean reachable = true;
    int sends;

    /** Whether its level jumped in this night. */
    boolean misled;

    private boolean full;
    private @Nullable Running running;
    private Instant ends = Instant.MIN;

    TriedBattery(String id, double capacityWh, int limitW, double soc, double fullPct) {
        this.id = id;
        this.capacityWh = capacityWh;
        this.limitW = limitW;
        this.soc = soc;
        this.fullPct = fullPct;
    }

    BatteryNow now(boolean forgetful) {
        return new BatteryNow(
                id,
                reachable,
                true,
                (double) Math.round(soc),
                capacityWh,
                full,
                limitW,
                OperatingMode.AUTO,
                forgetful ? null : running);
    }

    /** Told only what differs, and what has ended. */
    void follow(PlannedAction action, Instant now) {
        if (!reachable) {
            return;
        }
        Integer wanted = action.powerW();
        Integer does = running == null ? null : Integer.valueOf(running.powerW());
        if (Objects.equals(wanted, does)) {
            return;
        }
        sends++;
        running = wanted == null ? null : new Running(wanted, now);
        ends = action.until();
    }

    /** What it draws now, W. */
    int chargingW() {
        return running == null || atFull() ? 0 : running.chargeW();
    }

    @Nullable Running running() {
        return running;
    }

    /** Lives through a minute that ends then; in the day mode it delivers or takes the sun. */
    void live(Instant end, double dayModeW) {
        double hours = 1 / 60.0;
        if (running == null) {
            full = false;
            double cells = dayModeW > 0 ? dayModeW / Losses.OUT : dayModeW * Losses.IN;
            soc = Math.clamp(soc - cells * hours / capacityWh * 100, Math.min(soc, 12), fullPct);
        } else if (running.chargeW() > 0) {
            soc = Math.min(fullPct, soc + chargingW() * Losses.IN * hours / capacityWh * 100);
            full |= atFull() && fullPct >= 92;
        } else {
            soc -= soc > 11 ? 8 * hours / capacityWh * 100 : 0;
            full &= soc > fullPct - 3;
        }
        if (running != null && !end.isBefore(ends)) {
            running = null;
        }
    }

    boolean charged(int target) {
        return full || soc >= target - 1;
    }

    double missingWh(int target) {
        return Math.max(0, Math.min(target, fullPct) - soc) / 100 * capacityWh / Losses.IN;
    }

    boolean atFull() {
        return soc >= fullPct - 1e-9;
    }
}
