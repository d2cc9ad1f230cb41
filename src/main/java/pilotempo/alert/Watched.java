package pilotempo.alert;

import org.jspecify.annotations.Nullable;

import pilotempo.automation.PlanState;
import pilotempo.history.HistoryHealth;
import pilotempo.history.JournalEntry;
import pilotempo.live.FleetSnapshot;
import pilotempo.sync.SyncState;
import pilotempo.tempo.TariffView;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The world as the rules see it, at one moment. Immutable.
 *
 * @param now the wall clock
 * @param fleet every battery
 * @param tariff colours and prices
 * @param plan how automation stands; {@link PlanState#OFF} without any
 * @param sync how the sync goes
 * @param history how recording goes
 * @param freeDiskBytes free on the data folder's disk; null = unknown
 * @param journal the commands of the last day, newest first
 * @param guards the harm guard by battery id; a battery without one is at its own pace
 * @param usualLoadW what the house draws at peak hours on a usual day, W; null = unknown
 */
public record Watched(
        Instant now,
        FleetSnapshot fleet,
        TariffView tariff,
        PlanState plan,
        SyncState sync,
        HistoryHealth history,
        @Nullable Long freeDiskBytes,
        List<JournalEntry> journal,
        Map<String, Guard> guards,
        @Nullable Double usualLoadW) {
    /** Copies. */
    public Watched {
        journal = List.copyOf(journal);
        guards = Map.copyOf(guards);
    }

    /**
     * What the harm guard does about a battery.
     *
     * @param slowed whether it is asked less often than the settings say
     * @param pace the interval kept now
     * @param signs why
     */
    public record Guard(boolean slowed, Duration pace, Set<Sign> signs) {
        /** Copies. */
        public Guard {
            signs = Set.copyOf(signs);
        }
    }

    /** A sign that asking hurts. */
    public enum Sign {
        /** Many questions stay without an answer. */
        LOSSES,
        /** It lost its meter. */
        METER_LOST,
        /** Its mode changed, and nobody ordered it. */
        MODE_FLIPS,
        /** It stopped answering altogether. */
        SILENT,
        /** Another program talks to it. */
        OTHER_PROGRAM
    }
}
