/** Opens JavaFX, the window and its pictures; nothing else of the app touches JavaFX. */
@NullMarked
package pilotempo.app.window;

import org.jspecify.annotations.NullMarked;
