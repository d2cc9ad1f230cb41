/** The window: navigation, header, theme, language; the kiosk is a variant of it. */
@NullMarked
package pilotempo.ui.shell;

import org.jspecify.annotations.NullMarked;
