package pilotempo.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a strategy would have saved over a past stretch of real colours, against no batteries and
 * against batteries left in Auto.
 *
 * @param strategy its word
 * @param from first Tempo day
 * @param to last Tempo day, exclusive
 * @param recorded whether the house is the recorded one; else the simulator's
 * @param batteries number of batteries
 * @param capacityWh of all together
 * @param daysLeftOut days of which the colour, a price or the house is not known
 * @param months in order; the sum of their Tempo days
 * @param total of all
 */
public record BacktestReport(
        String strategy,
        LocalDate from,
        LocalDate to,
        boolean recorded,
        int batteries,
        double capacityWh,
        int daysLeftOut,
        List<Month> months,
        Month total) {
    /** Copies the list. */
    public BacktestReport {
        months = List.copyOf(months);
    }

    /**
     * One month. All EUR, energy only, 4 decimals.
     *
     * @param month which; of the total the first
     * @param days Tempo days counted
     * @param withoutBatteries what the house would have paid without any
     * @param autoAlone with batteries in Auto all the time
     * @param strategy with the strategy
     * @param redDays red days in it
     * @param redDaysMet of them, those that began with all batteries at their target
     */
    public record Month(
            YearMonth month,
            int days,
            BigDecimal withoutBatteries,
            BigDecimal autoAlone,
            BigDecimal strategy,
            int redDays,
            int redDaysMet) {
        /** What the strategy saved against no batteries. */
        public BigDecimal saved() {
            return withoutBatteries.subtract(strategy);
        }

        /** What batteries in Auto alone saved. */
        public BigDecimal savedByAuto() {
            return withoutBatteries.subtract(autoAlone);
        }
    }
}
