package pilotempo.planning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Runs a strategy over a past stretch, quarter of an hour by quarter of an hour, beside the same
 * batteries in Auto all the time and beside none. Batteries begin at their reserve; what is left in
 * them at the end counts for nothing. The strategy is told the colours of the stretch, of which it
 * uses the next day's in the evening, when everybody knows it. Pure; a year takes about a second.
 */
public final class Backtest {
    private static final int PROGRESS_EVERY_DAYS = 7;

    private final Strategy strategy;
    private final BacktestSetup setup;

    /** Of one strategy. */
    public Backtest(Strategy strategy, BacktestSetup setup) {
        this.strategy = strategy;
        this.setup = setup;
    }

    /** Hears how far it is, on the caller's thread. */
    @FunctionalInterface
    public interface Progress {
        /** Days done, of days in all. */
        void at(long done, long all);
    }

    /**
     * Runs it. Days whose colour, price or house is not known are left out and counted.
     *
     * @param from first Tempo day
     * @param to last one, exclusive
     */
    public BacktestReport run(LocalDate from, LocalDate to, PastHouse house, Progress progress)
            throws InterruptedException {
        var months = new Months();
        var following = new Follower(strategy, setup);
        var auto = new ModelFleet(setup.batteries());
        long all = ChronoUnit.DAYS.between(from, to);
        int leftOut = 0;
        for (long done = 0; done < all; done++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the backtest was given up");
            }
            if (done % PROGRESS_EVERY_DAYS == 0) {
                progress.at(done, all);
            }
            var day = PastDay.of(from.plusDays(done), setup, house);
            if (day.isPresent()) {
                live(day.get(), following, auto, months);
            } else {
                leftOut++;
                following.gap();
            }
        }
        progress.at(all, all);
        return report(from, to, house, months, leftOut);
    }

    private void live(PastDay day, Follower following, ModelFleet auto, Months months) {
        var without = new Bill(setup.exportPrice());
        var alone = new Bill(setup.exportPrice());
        var with = new Bill(setup.exportPrice());
        boolean ready = following.ready();
        for (var quarter : day.quarters()) {
            double hours = quarter.hours();
            without.add(quarter.netW() * hours, quarter.eurPerKwh());
            double autoW = ModelFleet.follow(auto.batteries(), quarter.netW(), hours);
            alone.add(autoW * hours, quarter.eurPerKwh());
            with.add(following.live(quarter), quarter.eurPerKwh());
        }
        months.add(day, without.eur(), alone.eur(), with.eur(), ready);
    }

    private BacktestReport report(
            LocalDate from, LocalDate to, PastHouse house, Months months, int leftOut) {
        var rows = months.months();
        return new BacktestReport(
                strategy.name(),
                from,
                to,
                house.recorded(),
                setup.batteries().size(),
                setup.batteries().stream().mapToDouble(BacktestBattery::capacityWh).sum(),
                leftOut,
                rows,
                Months.total(rows, YearMonth.from(from)));
    }
}
