package pilotempo.history;

import java.time.Instant;

/**
 * The house ledger's line of one quarter of an hour (design §4, §5): what the house took from and
 * gave to the grid, and what the batteries changed in it. All in Wh, none negative. Contributions
 * are kept apart by their sign, so that money is ledger × price.
 *
 * @param begin of the quarter
 * @param importWithWh taken from the grid while the meter was known, as it was
 * @param importWithoutWh the same without batteries
 * @param exportWithWh given to the grid while the meter was known, as it was
 * @param exportWithoutWh the same without batteries
 * @param importAvoidedWh import that batteries avoided; without a meter what they delivered
 * @param importAddedWh import that batteries added by charging; without a meter what they took
 * @param exportGainedWh export that delivering batteries added; 0 without a meter
 * @param exportLostWh export that charging batteries took; 0 without a meter
 * @param meteredMillis of the quarter, for how long the meter was known
 * @param knownMillis of the quarter, for how long anything was known
 */
public record HouseQuarter(
        Instant begin,
        double importWithWh,
        double importWithoutWh,
        double exportWithWh,
        double exportWithoutWh,
        double importAvoidedWh,
        double importAddedWh,
        double exportGainedWh,
        double exportLostWh,
        int meteredMillis,
        int knownMillis) {}
