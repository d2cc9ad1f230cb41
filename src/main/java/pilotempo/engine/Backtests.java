package pilotempo.engine;

import java.util.function.Consumer;
import pilotempo.planning.BacktestReport;
import pilotempo.tempo.TempoSeason;

/** Runs strategies over the past. */
@FunctionalInterface
interface Backtests {
    /** Waits; interruptible. */
    BacktestReport run(String strategy, TempoSeason season, Consumer<Steering.Progress> progress)
            throws Refused, InterruptedException;
}
