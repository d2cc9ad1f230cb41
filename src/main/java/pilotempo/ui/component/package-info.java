/** Controls, words and numbers that all views share. They know no service. */
@NullMarked
package pilotempo.ui.component;

import org.jspecify.annotations.NullMarked;
