/**
 * The present state of the fleet: one immutable snapshot, each value with its own time, and the
 * health of each link.
 */
@NullMarked
package pilotempo.live;

import org.jspecify.annotations.NullMarked;
