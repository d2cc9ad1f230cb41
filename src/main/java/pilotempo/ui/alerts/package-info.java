/** The Alerts page: what lasts and what to do, what is over, and the ways to people. */
@NullMarked
package pilotempo.ui.alerts;

import org.jspecify.annotations.NullMarked;
