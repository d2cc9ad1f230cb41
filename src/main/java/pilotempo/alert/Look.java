package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.Quantity;
import pilotempo.history.AlertEntry;
import pilotempo.live.BatteryState;
import pilotempo.settings.Settings;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;

/**
 * One look at the world, with what the rules ask of it again and again.
 *
 * @param world the world
 * @param settings in force
 * @param previous when the look before was, in this run; null at the first
 * @param episode the episode that lasts, for those who need two thresholds or go on counting
 */
record Look(
        Watched world,
        Settings settings,
        @Nullable Instant previous,
        Function<Sighting.Key, Optional<AlertEntry>> episode) {
    /** Two rounds of questions; who has told no level by then may never tell one. */
    private static final int FIRST_QUESTIONS = 12;

    private static final LocalTime EVE = LocalTime.of(17, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    Instant now() {
        return world.now();
    }

    ZoneId zone() {
        return settings.zone();
    }

    TempoClock clock() {
        return new TempoClock(zone());
    }

    /** The running Tempo day. */
    LocalDate today() {
        return clock().dayOf(now());
    }

    /** When off-peak hours of the running Tempo day begin. */
    Instant night() {
        return clock().at(today(), NIGHT);
    }

    boolean inNight() {
        return !now().isBefore(night());
    }

    /** Whether an episode lasts. */
    boolean lasts(Sighting.Key key) {
        return episode.apply(key).isPresent();
    }

    /** How a battery stands to the plan. */
    Standing standing(BatteryState battery) {
        return world.plan().batteries().stream()
                .filter(stands -> stands.battery().equals(battery.id()))
                .map(BatteryStanding::standing)
                .findFirst()
                .orElse(Standing.IDLE);
    }

    /** Whether the plan is paused beyond the begin of the night. */
    boolean pausedIntoNight() {
        var plan = world.plan();
        var until = plan.pausedUntil();
        return plan.paused() && (until == null || until.isAfter(night()));
    }

    /** Whether this run has made no plan yet although one is wanted, or by a doubted clock. */
    boolean planUnknown() {
        var plan = world.plan();
        boolean wanted = !settings.planning().strategy().equals("none");
        return (wanted && !plan.enabled()) || plan.clockDoubted();
    }

    /** Whether a battery has not had the time yet to tell its level to this run. */
    boolean stillStarting(BatteryState battery) {
        var link = battery.link();
        return (link.lastAnswer() == null || battery.latest(Quantity.SOC_PCT) == null)
                && link.missedRounds() < settings.notifications().offlineAfter()
                && link.sent() < FIRST_QUESTIONS;
    }

    boolean anyStillStarting() {
        return world.fleet().batteries().stream().anyMatch(this::stillStarting);
    }

    /** Colours that are charged for; none while no strategy is on. */
    Set<TempoColour> chargedFor() {
        return world.plan().enabled()
                ? settings.planning().colours().stream()
                        .map(TempoColour::valueOf)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** The next Tempo day, if it is one that is charged for. */
    Optional<DayColour> dearTomorrow() {
        var tomorrow = world.tariff().tomorrow();
        return tomorrow.colour() != null && chargedFor().contains(tomorrow.colour())
                ? Optional.of(tomorrow)
                : Optional.empty();
    }

    /** From 17:00 on until the day begins; never by a clock that can't be right. */
    boolean eve() {
        if (world.plan().clockDoubted()) {
            return false;
        }
        var local = clock().local(now()).toLocalTime();
        return !local.isBefore(EVE) || local.isBefore(LocalTime.of(6, 0));
    }

    /** Whether a battery that fails costs money: red peak hours run, or their night has come. */
    boolean dear() {
        var now = world.tariff().now();
        return (now.colour() == TempoColour.RED && now.period() == TempoPeriod.HP)
                || (eve() && dearTomorrow().isPresent());
    }

    /** One sighting a battery. */
    List<Sighting> eachBattery(
            AlertKind kind, BiFunction<BatteryState, Boolean, Sighting.Verdict> verdict) {
        return world.fleet().batteries().stream()
                .map(
                        battery -> {
                            var subject = new Arg.Battery(battery.id());
                            var key = new Sighting.Key(kind.word(), subject.kept());
                            return new Sighting(
                                    kind,
                                    subject,
                                    battery.mac(),
                                    verdict.apply(battery, lasts(key)));
                        })
                .toList();
    }

    /** One sighting of the whole house. */
    List<Sighting> house(AlertKind kind, Predicate<Boolean> wrong, boolean urgent, Arg... args) {
        var key = new Sighting.Key(kind.word(), "");
        return List.of(
                new Sighting(
                        kind,
                        null,
                        null,
                        wrong.test(lasts(key))
                                ? new Sighting.Wrong(urgent, List.of(args))
                                : new Sighting.Fine()));
    }

    /** Whether something is older than that. */
    boolean olderThan(Instant at, Duration age) {
        return Duration.between(at, now()).compareTo(age) > 0;
    }
}
