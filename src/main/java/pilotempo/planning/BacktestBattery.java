package pilotempo.planning;

/**
 * A battery of a backtest.
 *
 * @param id people's id
 * @param capacityWh rated energy
 * @param chargeW the most it takes, W
 * @param deliverW the most it delivers, W
 */
public record BacktestBattery(String id, double capacityWh, int chargeW, int deliverW) {}
