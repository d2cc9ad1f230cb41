package pilotempo.planning;

import java.math.BigDecimal;
import java.util.List;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;

/**
 * What a backtest runs with.
 *
 * @param clock tells Tempo days
 * @param tariff colours and prices of the stretch
 * @param rules what the user wants of the strategy
 * @param batteries the fleet; may be empty
 * @param subscribedKva subscribed power, kVA
 * @param exportPrice EUR/kWh for what is given to the grid
 */
public record BacktestSetup(
        TempoClock clock,
        Tariff tariff,
        PlanningRules rules,
        List<BacktestBattery> batteries,
        int subscribedKva,
        BigDecimal exportPrice) {
    /** Copies the list. */
    public BacktestSetup {
        batteries = List.copyOf(batteries);
    }
}
