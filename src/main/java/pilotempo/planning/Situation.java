package pilotempo.planning;

import java.time.Instant;
import java.util.List;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;

/**
 * All that a strategy may know.
 *
 * @param at the moment it plans for
 * @param clock tells Tempo days
 * @param tariff colours known now, hours and prices
 * @param batteries the fleet
 * @param house what the house draws, and what its connection bears
 * @param rules what the user wants
 */
public record Situation(
        Instant at,
        TempoClock clock,
        Tariff tariff,
        List<BatteryNow> batteries,
        HouseNow house,
        PlanningRules rules) {
    /** Copies the list. */
    public Situation {
        batteries = List.copyOf(batteries);
    }
}
