/**
 * Strategies: from state, tariff and history to a timeline of commands, each with its reason. Pure:
 * nothing is read, written or waited for here. The face is {@link pilotempo.planning.Strategy}.
 */
@NullMarked
package pilotempo.planning;

import org.jspecify.annotations.NullMarked;
