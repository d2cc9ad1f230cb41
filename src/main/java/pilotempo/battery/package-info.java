/**
 * The domain: identity, readings, operating modes, slots, units and signs. No I/O, no thread,
 * nothing of ours imported.
 */
@NullMarked
package pilotempo.battery;

import org.jspecify.annotations.NullMarked;
