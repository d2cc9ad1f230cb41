/** What a window may know and do: the face {@link pilotempo.engine.Engine}. */
@NullMarked
package pilotempo.engine;

import org.jspecify.annotations.NullMarked;
