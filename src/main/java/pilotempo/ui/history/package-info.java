/** Ranges of the past: band, gaps, energy bars in the day's colour. */
@NullMarked
package pilotempo.ui.history;

import org.jspecify.annotations.NullMarked;
