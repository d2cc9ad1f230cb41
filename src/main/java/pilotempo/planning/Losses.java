package pilotempo.planning;

import java.math.BigDecimal;

/**
 * What is lost on the way in and out, and what stays in a battery. Assumptions for the whole family
 * of devices: their makers tell no figures; owners measure about 80 % from socket to socket at
 * household powers.
 */
final class Losses {
    /** Of a Wh at the AC port this much arrives in the cells. */
    static final double IN = 0.92;

    /** Of a Wh in the cells this much arrives at the AC port. */
    static final double OUT = 0.88;

    /** From AC to AC, as a factor of prices. */
    static final BigDecimal ROUND_TRIP = new BigDecimal("0.80");

    /** Below this level a battery delivers nothing, per cent. */
    static final double RESERVE_PCT = 12;

    private Losses() {}
}
