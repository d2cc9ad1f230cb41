/** Time as a parameter, named threads, ordered start and stop. */
@NullMarked
package pilotempo.lifecycle;

import org.jspecify.annotations.NullMarked;
