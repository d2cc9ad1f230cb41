package pilotempo.automation;

import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;
import pilotempo.planning.BatteryNow;

/**
 * One battery of a look.
 *
 * @param id people's id
 * @param mac its identity; null before first contact
 * @param state what is live of it
 * @param base what counts for it, without a plan
 * @param full whether it is full
 * @param fullLately whether it was, in this Tempo day or the one before
 * @param chargeLimitW the most it takes, W
 */
record Member(
        String id,
        @Nullable Mac mac,
        BatteryState state,
        BatteryCase base,
        boolean full,
        boolean fullLately,
        int chargeLimitW) {

    /** The plan's command that runs; null = none, or nobody knows. */
    @Nullable JournalEntry running() {
        var relation = base.relation();
        return switch (relation.kind()) {
            case RUNNING, STALLED -> relation.entry();
            case NONE, ENDED, LEFT, FOREIGN, UNKNOWN -> null;
        };
    }

    /** Whether a plan may steer it now. */
    boolean obeys() {
        return base.unable() == null
                && !base.reversed()
                && (base.changes().lastIsMorning() || Takeover.of(base).isEmpty());
    }

    /** As a strategy sees it. */
    BatteryNow forPlan() {
        var rated = state.latest(Quantity.RATED_WH);
        var entry = running();
        return new BatteryNow(
                id,
                base.reachable(),
                obeys(),
                base.seen().socPct(),
                rated == null || rated.value() <= 0 ? null : rated.value(),
                full,
                chargeLimitW,
                base.dayMode(),
                entry == null
                        ? null
                        : new BatteryNow.Running(
                                Past.powerW(entry), Past.since(base.past().entries(), entry)));
    }

    /** Whether it was found full in the night that has just ended. */
    boolean wasFull() {
        return fullLately;
    }

    /** What it draws to charge, W, not negative: as told or as measured, whichever is more. */
    double drawsW() {
        var power = base.seen().power();
        double measured = power == null ? 0 : Math.max(0, -power.value());
        var entry = running();
        return entry == null ? measured : Math.max(measured, -Math.min(0, Past.powerW(entry)));
    }
}
