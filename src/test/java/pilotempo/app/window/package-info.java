/** The whole window with all its views: what no view's own test can see. */
@NullMarked
package pilotempo.app.window;

import org.jspecify.annotations.NullMarked;
