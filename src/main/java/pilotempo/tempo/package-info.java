/**
 * EDF Tempo: colours, seasons, the 06:00 day, peak and off-peak, prices. Pure: no I/O, nothing of
 * ours imported.
 */
@NullMarked
package pilotempo.tempo;

import org.jspecify.annotations.NullMarked;
