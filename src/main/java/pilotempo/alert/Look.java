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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.live.BatteryState;
import pilotempo.settings.Settings;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;

/**
 * One look at the world, with what the rules ask of it again and again.
 *
 * @param world the world
 * @param settings in force
 * @param previous when the look before was, in this run; null at the first
 * @param lasts whether an episode lasts, for those who need two thresholds
 */
record Look(
        Watched world,
        Settings settings,
        @Nullable Instant previous,
        Predicate<Sighting.Key> lasts) {
    private static final LocalTime EVE = LocalTime.of(17, 0);

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

    /** Whether a battery that fails costs money: a red day runs, or its night has come. */
    boolean dear() {
        return world.tariff().today().colour() == TempoColour.RED
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
                                    verdict.apply(battery, lasts.test(key)));
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
                        wrong.test(lasts.test(key))
                                ? new Sighting.Wrong(urgent, List.of(args))
                                : new Sighting.Fine()));
    }

    /** Whether something is older than that. */
    boolean olderThan(Instant at, Duration age) {
        return Duration.between(at, now()).compareTo(age) > 0;
    }
}
