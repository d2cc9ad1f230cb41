/**
 * Readings, roll-ups, known batteries and Tempo days in H2; range queries and export. The face is
 * {@link pilotempo.history.History}.
 */
@NullMarked
package pilotempo.history;

import org.jspecify.annotations.NullMarked;
