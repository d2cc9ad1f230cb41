package pilotempo.history;

import java.time.Instant;

/**
 * Energy of all batteries in one hour, or one quarter of an hour.
 *
 * @param begin of it
 * @param inWh Wh charged at the AC port
 * @param outWh Wh delivered
 */
public record EnergyBucket(Instant begin, double inWh, double outWh) {}
