/** Links, recording, raw replies: what is wrong and what to do. */
@NullMarked
package pilotempo.ui.diagnostics;

import org.jspecify.annotations.NullMarked;
