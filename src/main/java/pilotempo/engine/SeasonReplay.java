package pilotempo.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pilotempo.battery.Quantity;
import pilotempo.control.BadOrder;
import pilotempo.control.Control;
import pilotempo.engine.Refused.Problem;
import pilotempo.history.History;
import pilotempo.history.HouseQuarter;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.planning.Backtest;
import pilotempo.planning.BacktestBattery;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestSetup;
import pilotempo.planning.PastHouse;
import pilotempo.planning.PlanningRules;
import pilotempo.planning.RecordedHouse;
import pilotempo.planning.SimulatedHouse;
import pilotempo.planning.Strategies;
import pilotempo.settings.Settings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourService;

/**
 * Runs a strategy over a season: on the recorded house where the meter saw most of it, else on an
 * invented one.
 */
final class SeasonReplay implements Backtests {
    private static final int QUARTER_MILLIS = 15 * 60_000;
    private static final double QUARTERS_A_DAY = 96;

    /** Less of the season than this was recorded: then the house is invented, and that is said. */
    private static final double LEAST_SHARE = 0.5;

    private static final int USUAL_KVA = 6;
    private static final double USUAL_WH = 5120;
    private static final int USUAL_W = 2500;

    private final Supplier<Settings> settings;
    private final Supplier<FleetSnapshot> fleet;
    private final History history;
    private final ColourService colours;
    private final Tariff tariff;
    private final Control control;
    private final Supplier<Instant> now;

    SeasonReplay(
            Supplier<Settings> settings,
            Supplier<FleetSnapshot> fleet,
            History history,
            ColourService colours,
            Tariff tariff,
            Control control,
            Supplier<Instant> now) {
        this.settings = settings;
        this.fleet = fleet;
        this.history = history;
        this.colours = colours;
        this.tariff = tariff;
        this.control = control;
        this.now = now;
    }

    @Override
    public BacktestReport run(String word, TempoSeason season, Consumer<Steering.Progress> progress)
            throws Refused, InterruptedException {
        var strategy =
                Strategies.of(word)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                Problem.UNKNOWN_STRATEGY,
                                                "there is no strategy '"
                                                        + word
                                                        + "': give "
                                                        + String.join(" or ", Strategies.words()),
                                                word,
                                                String.join(", ", Strategies.words())));
        var set = settings.get();
        var clock = new TempoClock(set.zone());
        var from = season.firstDay();
        var to = end(season, clock);
        if (!from.isBefore(to)) {
            throw new Refused(
                    Problem.SEASON_NOT_BEGUN,
                    "the season " + season.label() + " has not begun",
                    season.label());
        }
        requireColours(season, from, to);
        var setup =
                new BacktestSetup(
                        clock,
                        tariff,
                        PlanningRules.of(set.planning()),
                        batteries(),
                        set.tempo().subscribedKva().orElse(USUAL_KVA),
                        set.tempo().exportPrice());
        var report =
                new Backtest(strategy, setup)
                        .run(
                                from,
                                to,
                                house(clock, from, to),
                                (done, all) -> progress.accept(new Steering.Progress(done, all)));
        if (report.total().days() == 0) {
            throw new Refused(
                    Problem.PRICES_UNKNOWN,
                    "no day of "
                            + season.label()
                            + " can be reckoned: its prices are not in the table of the offer;"
                            + " add them as tempo.prices in the settings",
                    season.label());
        }
        return report;
    }

    /** Of the running season the days that are over. */
    private LocalDate end(TempoSeason season, TempoClock clock) {
        var today = clock.dayOf(now.get());
        var after = season.lastDay().plusDays(1);
        return after.isAfter(today) ? today : after;
    }

    private void requireColours(TempoSeason season, LocalDate from, LocalDate to)
            throws Refused, InterruptedException {
        if (known(from, to) < from.until(to, java.time.temporal.ChronoUnit.DAYS)) {
            colours.refresh(season);
        }
        if (known(from, to) == 0) {
            throw new Refused(
                    Problem.COLOURS_UNKNOWN,
                    "the colours of "
                            + season.label()
                            + " are not known here: set tempo.source to auto, and check that the"
                            + " internet is reached",
                    season.label());
        }
    }

    private long known(LocalDate from, LocalDate to) {
        return from.datesUntil(to).filter(day -> colours.day(day).colour() != null).count();
    }

    /** The fleet as it is; without any, one usual battery. */
    private List<BacktestBattery> batteries() {
        var states = fleet.get().batteries();
        return states.isEmpty()
                ? List.of(new BacktestBattery("venus", USUAL_WH, USUAL_W, USUAL_W))
                : states.stream().map(this::battery).toList();
    }

    private BacktestBattery battery(BatteryState state) {
        var rated = state.latest(Quantity.RATED_WH);
        double capacity = rated == null || rated.value() <= 0 ? USUAL_WH : rated.value();
        try {
            var limits = control.limits(state.id());
            return new BacktestBattery(state.id(), capacity, limits.chargeW(), limits.dischargeW());
        } catch (BadOrder unknown) {
            return new BacktestBattery(state.id(), capacity, USUAL_W, USUAL_W);
        }
    }

    private PastHouse house(TempoClock clock, LocalDate from, LocalDate to)
            throws InterruptedException {
        var quarters = new HashMap<Instant, Double>();
        for (var quarter : history.houseLedger(clock.startOf(from), clock.startOf(to))) {
            if (quarter.meteredMillis() >= QUARTER_MILLIS) {
                quarters.put(quarter.begin(), net(quarter));
            }
        }
        double all = from.until(to, java.time.temporal.ChronoUnit.DAYS) * QUARTERS_A_DAY;
        return quarters.size() < LEAST_SHARE * all
                ? new SimulatedHouse(clock.zone())
                : new RecordedHouse(Map.copyOf(quarters));
    }

    private static double net(HouseQuarter quarter) {
        return quarter.importWithoutWh() - quarter.exportWithoutWh();
    }
}
