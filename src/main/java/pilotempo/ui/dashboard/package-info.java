/** Home: fleet, flow, batteries, price. */
@NullMarked
package pilotempo.ui.dashboard;

import org.jspecify.annotations.NullMarked;
