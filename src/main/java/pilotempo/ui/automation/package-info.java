/** The plan and why, its journal, its settings, and a past season run again. */
@NullMarked
package pilotempo.ui.automation;

import org.jspecify.annotations.NullMarked;
