/** Find batteries, language, theme. */
@NullMarked
package pilotempo.ui.settings;

import org.jspecify.annotations.NullMarked;
