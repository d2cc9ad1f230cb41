package pilotempo.history;

import java.time.Instant;

/**
 * Energy of all batteries in one quarter of an hour.
 *
 * @param begin of the quarter
 * @param inWh Wh charged at the AC port
 * @param outWh Wh delivered
 */
public record QuarterEnergy(Instant begin, double inWh, double outWh) {}
