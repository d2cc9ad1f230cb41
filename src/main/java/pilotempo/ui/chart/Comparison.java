package pilotempo.ui.chart;

/**
 * What a chart's curves and bars are compared with.
 *
 * @param period the earlier period
 * @param name of that period, in the user's language, as "24 déc. – 30 déc."
 */
public record Comparison(PeriodBefore period, String name) {}
