package pilotempo.marstek.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;

/** The mode of one battery and what it makes of it. Confined to its {@link FleetModel}. */
final class Program {
    private static final Duration PASSIVE_DROPPED_AFTER = Duration.ofMinutes(10);
    private static final double UPS_CHARGE_W = 500;

    private final Family family;
    private final Set<Fault> faults;
    private final ZoneId zone;
    private final Map<Integer, ManualSlot> slots = new TreeMap<>();
    private OperatingMode mode;
    private OperatingMode modeBefore = OperatingMode.AUTO;
    private double passiveW;
    private boolean modeOnly;
    private Instant passiveUntil;

    Program(FleetPlan.Battery battery, ZoneId zone) {
        family = Family.of(battery.device());
        faults = battery.faults();
        modeOnly = faults.contains(Fault.PASSIVE_MODE_ONLY);
        this.zone = zone;
        mode = battery.start().mode();
        passiveW = battery.start().passiveW();
        var until = battery.start().passiveUntil();
        passiveUntil = until == null ? Instant.MAX : until;
    }

    /** Obeys, as far as the device does. */
    void obey(ModeCommand command, Instant now) {
        switch (command) {
            case ModeCommand.Passive passive -> passive(passive, now);
            case ModeCommand.Manual manual -> {
                slots.put(manual.slot().number(), manual.slot());
                mode = OperatingMode.MANUAL;
            }
            case ModeCommand.ClearSlot clear -> {
                slots.remove(clear.number());
                mode = OperatingMode.MANUAL;
            }
            case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.Ups _ -> mode = command.mode();
        }
    }

    private void passive(ModeCommand.Passive passive, Instant now) {
        if (family == Family.MINI) {
            return; // acknowledges Passive, and stays what it was
        }
        if (mode != OperatingMode.PASSIVE) {
            modeBefore = mode;
        }
        mode = OperatingMode.PASSIVE;
        passiveW = modeOnly ? 0 : factor() * passive.powerW();
        modeOnly = false;
        passiveUntil = now.plus(passive.duration());
        var dropped = now.plus(PASSIVE_DROPPED_AFTER);
        if (faults.contains(Fault.DROPS_PASSIVE) && dropped.isBefore(passiveUntil)) {
            passiveUntil = dropped;
            modeBefore = OperatingMode.AUTO;
        }
    }

    private double factor() {
        double sign = faults.contains(Fault.REVERSES_POWER) ? -1 : 1;
        return faults.contains(Fault.HALF_POWER) ? sign / 2 : sign;
    }

    /** The mode now; a Passive that has ended gives way to the mode before it. */
    OperatingMode mode(Instant now) {
        if (mode == OperatingMode.PASSIVE && !now.isBefore(passiveUntil)) {
            mode = modeBefore;
        }
        return mode;
    }

    /** The power ordered for this moment, or null when it follows the meter. */
    @Nullable Double orderedW(Instant now) {
        return switch (mode(now)) {
            case AUTO, AI -> null;
            case MANUAL -> slotW(now);
            case PASSIVE -> passiveW;
            case UPS -> -UPS_CHARGE_W;
        };
    }

    private double slotW(Instant now) {
        var local = now.atZone(zone);
        LocalDate today = local.toLocalDate();
        var clock = local.toLocalTime();
        return slots.values().stream()
                .filter(slot -> slot.days().contains(today.getDayOfWeek()))
                .filter(slot -> !clock.isBefore(slot.from()) && clock.isBefore(slot.to()))
                .findFirst()
                .map(slot -> family == Family.MINI ? 0.0 : factor() * slot.powerW())
                .orElse(0.0);
    }

    double passiveW() {
        return passiveW;
    }

    @Nullable Instant passiveUntil() {
        return passiveUntil.equals(Instant.MAX) ? null : passiveUntil;
    }
}
