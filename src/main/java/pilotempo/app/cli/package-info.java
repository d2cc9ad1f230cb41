/** One class a command. */
@NullMarked
package pilotempo.app.cli;

import org.jspecify.annotations.NullMarked;
