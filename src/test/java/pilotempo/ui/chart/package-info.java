/** Tests of the chart. */
@NullMarked
package pilotempo.ui.chart;

import org.jspecify.annotations.NullMarked;
