@NullMarked
package pilotempo.ui.automation;

import org.jspecify.annotations.NullMarked;
