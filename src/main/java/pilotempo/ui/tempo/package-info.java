/** The season as a calendar, days left, prices. */
@NullMarked
package pilotempo.ui.tempo;

import org.jspecify.annotations.NullMarked;
