package pilotempo.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.PlanState;
import pilotempo.history.HistoryHealth;
import pilotempo.history.JournalEntry;
import pilotempo.live.FleetSnapshot;
import pilotempo.sync.SyncState;
import pilotempo.tempo.TariffView;

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
        @Nullable Double usualLoadW) {
    /** Copies. */
    public Watched {
        journal = List.copyOf(journal);
    }
}
