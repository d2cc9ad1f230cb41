/**
 * {@code Main}, the command line and the composition root: the only place that builds and starts
 * things.
 */
@NullMarked
package pilotempo.app;

import org.jspecify.annotations.NullMarked;
