package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

/** A battery of a few lines: its mode, its Passive that ends, its level. */
final class ToyBattery {
    static final double CAPACITY_WH = 5120;

    final String id;
    final Mac mac;
    double socPct;
    boolean online = true;
    OperatingMode mode = OperatingMode.AUTO;

    /** What it turns to when a Passive ends; null = what it was before. */
    @Nullable OperatingMode fallsBackTo;

    /** Stops charging at this level. */
    double bmsStopsAt = 100;

    /** Leaves a Passive after so long. */
    @Nullable Duration dropsAfter;

    /** In Passive it moves nothing. */
    boolean numb;

    double powerW;
    private OperatingMode before = OperatingMode.AUTO;
    private int passiveW;
    private Instant passiveUntil = Instant.MIN;

    ToyBattery(String id, int number, double socPct) {
        this.id = id;
        this.mac = new Mac("02005e%06x".formatted(number));
        this.socPct = socPct;
    }

    void obey(ModeCommand command, Instant now) {
        if (command instanceof ModeCommand.Passive(int power, Duration duration)) {
            if (mode != OperatingMode.PASSIVE) {
                before = mode;
            }
            passiveW = power;
            passiveUntil = now.plus(duration);
            var drops = dropsAfter;
            if (drops != null && now.plus(drops).isBefore(passiveUntil)) {
                passiveUntil = now.plus(drops);
            }
        }
        mode = command.mode();
    }

    boolean followsMeter() {
        return mode == OperatingMode.AUTO || mode == OperatingMode.AI;
    }

    /** Its power at an instant, where it is told one; W, positive = delivers. */
    double toldW(Instant now) {
        if (mode == OperatingMode.PASSIVE && !now.isBefore(passiveUntil)) {
            mode = fallsBackTo == null ? before : fallsBackTo;
        }
        double told = mode == OperatingMode.PASSIVE && !numb ? passiveW : 0;
        return told < 0 && socPct >= bmsStopsAt ? 0 : told > 0 && socPct <= 12 ? 0 : told;
    }

    double mostOutW() {
        return socPct > 12 ? 2500 : 0;
    }

    void run(double power, Duration time) {
        powerW = power;
        double wh = -power * time.toMillis() / 3_600_000.0;
        socPct = Math.clamp(socPct + (wh > 0 ? wh * 0.95 : wh) / CAPACITY_WH * 100, 0, 100);
    }

    boolean tellsMode = true;

    Observation observed(double meterW) {
        return Observation.builder()
                .number(Quantity.SOC_PCT, (double) Math.round(socPct))
                .number(Quantity.ONGRID_POWER_W, powerW)
                .number(Quantity.OFFGRID_POWER_W, 0.0)
                .number(Quantity.POWER_W, powerW)
                .number(Quantity.RATED_WH, CAPACITY_WH)
                .number(Quantity.METER_POWER_W, meterW)
                .mode(tellsMode ? mode : null)
                .build();
    }
}
