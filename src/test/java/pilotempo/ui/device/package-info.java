/** Tests of the view. */
@NullMarked
package pilotempo.ui.device;

import org.jspecify.annotations.NullMarked;
