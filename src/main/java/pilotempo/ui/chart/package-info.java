/** The Canvas chart: pure arithmetic (ticks, levels, pixels) and the control that draws it. */
@NullMarked
package pilotempo.ui.chart;

import org.jspecify.annotations.NullMarked;
