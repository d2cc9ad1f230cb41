/** A history's small stores in memory, for tests of those who use them. */
@NullMarked
package pilotempo.history.testing;

import org.jspecify.annotations.NullMarked;
