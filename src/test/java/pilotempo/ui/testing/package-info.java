/** What every test of the window needs: a still engine, a stage, pictures. */
@NullMarked
package pilotempo.ui.testing;

import org.jspecify.annotations.NullMarked;
