package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.control.Control;
import pilotempo.history.History;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.planning.Plan;
import pilotempo.planning.Situation;
import pilotempo.planning.Strategy;
import pilotempo.settings.Settings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;

/** The looks, one after the other: each gathers, plans, judges and orders anew. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AHEAD = Duration.ofHours(36);

    private final Function<String, Optional<Strategy>> strategies;
    private final LiveState live;
    private final Locale system;
    private final Time time;
    private final Surroundings surroundings;
    private final PlanSwitch planSwitch;
    private final ClockCheck clockCheck;
    private final Errands errands;
    private final Lookout lookout;
    private final Journals journals;
    private final Breaks breaks;
    private final Recollection recollection;
    private final StoredView stored;
    private final HouseLoad houseLoad = new HouseLoad();
    private final Standings standings;
    private @Nullable Plan lastPlan;
    private boolean doubting;

    Rounds(
            Function<String, Optional<Strategy>> strategies,
            Control control,
            LiveState live,
            History history,
            Tariff tariff,
            ZoneId zone,
            Locale system,
            PlanSwitch planSwitch,
            ClockCheck clockCheck,
            Errands errands,
            Runnable lookSoon,
            Time time) {
        this.strategies = strategies;
        this.live = live;
        this.system = system;
        this.time = time;
        var clock = new TempoClock(zone);
        this.surroundings = new Surroundings(tariff, clock);
        this.planSwitch = planSwitch;
        this.clockCheck = clockCheck;
        this.errands = errands;
        breaks = new Breaks(time);
        lookout = new Lookout(control, history.facts(), clock);
        journals = new Journals(history.journal(), history.facts(), lookSoon);
        recollection = new Recollection(history, surroundings, errands, lookSoon);
        standings = new Standings(lookout, errands);
        stored = new StoredView(history, live, lookout, journals);
    }

    /**
     * Looks once.
     *
     * @param steers whether this program steers; else it only says how things stand
     */
    synchronized PlanState look(Settings settings, boolean steers) {
        var now = time.now();
        journals.refresh();
        var moment = moment(now, breaks.watchingSince(now), settings);
        var members = lookout.live(live.current(), moment, journals, errands);
        members.forEach(this::witness);
        boolean doubted = doubted(now);
        if (steers && !doubted) {
            planSwitch.follow(settings.planning(), now);
            recollection.keepUp(now, settings, members, planSwitch);
        }
        var load = houseLoad.at(now, members);
        var situation =
                surroundings.situation(now, members, load, recollection.lastDays(), settings);
        var plan = plan(settings.planning().strategy(), situation);
        var state = state(now, settings, doubted, plan, members);
        var budget = Budget.of(members, errands, situation.house().room(), load != null);
        var look =
                new Standings.Look(
                        now,
                        moment.changes(),
                        state,
                        budget.over(),
                        moment.whys(),
                        new Dispatcher(
                                errands,
                                journals,
                                lookout,
                                budget,
                                steers && !doubted && knows(settings)));
        return state.with(standings.of(members, look));
    }

    /** A plan made without the last days may end a hold that the next one wants again. */
    private boolean knows(Settings settings) {
        return !PlanSwitch.enabled(settings.planning()) || recollection.hasRead();
    }

    private Lookout.Moment moment(Instant now, Instant watching, Settings settings) {
        return new Lookout.Moment(
                now,
                PlannedChanges.at(now, surroundings.tariff(), surroundings.clock()),
                watching,
                planSwitch.acts(settings.planning(), now),
                settings.planning().dayMode(),
                Whys.of(settings, system));
    }

    private void witness(Member member) {
        clockCheck.witness(member.state().at());
        member.base().past().entries().stream()
                .findFirst()
                .ifPresent(entry -> clockCheck.witness(entry.at()));
    }

    private boolean doubted(Instant now) {
        var doubt = clockCheck.doubt(now);
        if (doubt != null && !doubting) {
            LOG.warn("Nothing is written to batteries: {}", doubt);
        }
        doubting = doubt != null;
        return doubting;
    }

    private Optional<Plan> plan(String word, Situation situation) {
        try {
            var plan = strategies.apply(word).map(strategy -> strategy.plan(situation));
            lastPlan = plan.orElse(null);
            return plan;
        } catch (RuntimeException bug) {
            LOG.error("The strategy {} failed; its last plan goes on", word, bug);
            return Optional.ofNullable(lastPlan)
                    .filter(plan -> plan.strategy().equals(word))
                    .filter(plan -> situation.at().isBefore(plan.until()));
        }
    }

    private PlanState state(
            Instant now,
            Settings settings,
            boolean doubted,
            Optional<Plan> plan,
            List<Member> members) {
        var planning = settings.planning();
        var dryUntil = planSwitch.dryRunUntil(planning, now);
        return new PlanState(
                planning.strategy(),
                PlanSwitch.enabled(planning),
                planSwitch.paused(now),
                planSwitch.pausedUntil(now),
                dryUntil != null,
                dryUntil,
                dryUntil != null && plan.filter(some -> urgent(some, now, dryUntil)).isPresent(),
                doubted,
                plan,
                List.of(),
                recollection.lastNight(members));
    }

    /** Whether the night that charges for a dear day begins within the trial. */
    private boolean urgent(Plan plan, Instant now, Instant dryUntil) {
        var readiness = plan.readiness().orElse(null);
        if (readiness == null) {
            return false;
        }
        var day = surroundings.clock().startOf(readiness.day());
        var night = day.minus(Duration.ofHours(8));
        return now.isBefore(day) && night.isBefore(dryUntil);
    }

    /** What a strategy would do at a moment, by what is stored. Waits for the disk. */
    synchronized Plan planAt(String word, Instant at, Settings settings)
            throws InterruptedException {
        journals.refresh();
        var now = time.now();
        var next = moment(now, now, settings).changes().next();
        // Who commands a battery now commands it until the next planned change, and not beyond.
        var members = stored.members(moment(at, at.isBefore(next) ? at : Instant.MIN, settings));
        var macs = members.stream().map(Member::mac).filter(Objects::nonNull).toList();
        var situation =
                surroundings.situation(
                        at,
                        members,
                        HouseLoad.stored(members.stream().map(Member::state).toList()),
                        recollection.lastDays(at.isBefore(now) ? at : now, macs),
                        settings);
        return strategies
                .apply(word)
                .map(strategy -> strategy.plan(situation))
                .orElseGet(() -> new Plan(word, at, at.plus(AHEAD), List.of(), Optional.empty()));
    }

    @Override
    public void close() {
        journals.close();
    }
}
