/** One battery: gauges, day chart, mode, link, device. */
@NullMarked
package pilotempo.ui.device;

import org.jspecify.annotations.NullMarked;
