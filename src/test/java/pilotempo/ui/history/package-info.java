/** Tests of the view. */
@NullMarked
package pilotempo.ui.history;

import org.jspecify.annotations.NullMarked;
