/**
 * What energy cost and what the batteries saved, by Tempo day, month and season, colour and period:
 * ledger × price at the time of asking. The face is {@link pilotempo.cost.Costs}.
 */
@NullMarked
package pilotempo.cost;

import org.jspecify.annotations.NullMarked;
