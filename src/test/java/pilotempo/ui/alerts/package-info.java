/** Tests of the Alerts page. */
@NullMarked
package pilotempo.ui.alerts;

import org.jspecify.annotations.NullMarked;
