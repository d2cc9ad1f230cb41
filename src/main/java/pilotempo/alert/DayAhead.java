package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.history.AlertEntry;
import pilotempo.planning.Plan;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/**
 * From 17:00 on the eve: tomorrow is red or white, and whether everything is ready for it. One
 * message a day, that holds both: a colour that has just come waits for the plan made of it. A
 * colour that changes after it was told is corrected.
 */
final class DayAhead implements Rule {
    /** A plan is made every few seconds; where none comes the colour alone is told. */
    private static final Duration PLAN_COMES_WITHIN = Duration.ofMinutes(2);

    /** An oven takes the room of a night's charge, but not all night. */
    private static final Duration PASSING = Duration.ofMinutes(15);

    private static final Duration BEGINNING = Duration.ofMinutes(1);

    /** How many are kept with an episode; what an earlier version kept has fewer. */
    private static final int KEPT_ARGS = 16;

    private @Nullable Came came;
    private @Nullable Instant begun;
    private @Nullable Instant slowSince;

    /** A colour without a plan for it yet, and since when. */
    private record Came(LocalDate day, TempoColour colour, Instant at) {}

    @Override
    public AlertKind kind() {
        return AlertKind.DAY_AHEAD;
    }

    @Override
    public List<Sighting> look(Look look) {
        var tomorrow = look.world().tariff().tomorrow();
        var sightings = new ArrayList<Sighting>();
        begun = begun == null ? look.now() : begun;
        if (look.eve() || look.world().plan().clockDoubted()) {
            sightings.add(sighting(tomorrow.date(), verdict(tomorrow, look)));
        }
        if (stillToBeTold(look)) {
            sightings.add(sighting(look.today(), new Sighting.Unclear()));
        }
        return sightings;
    }

    private Sighting sighting(LocalDate day, Sighting.Verdict verdict) {
        return new Sighting(kind(), new Arg.Day(day), null, verdict);
    }

    /**
     * Whether the running day is told of in its morning: quiet hours held back what no result of
     * the night will tell.
     */
    private boolean stillToBeTold(Look look) {
        var told = told(look.today(), look).map(AlertEntry::args).orElse(List.of());
        var corrected = Arg.count(1).kept();
        return !told.isEmpty()
                && look.clock().local(look.now()).toLocalTime().isBefore(LocalTime.NOON)
                && (told.contains(DayReady.PLAIN.kept()) || told.getLast().equals(corrected));
    }

    private Optional<AlertEntry> told(LocalDate day, Look look) {
        return look.episode().apply(new Sighting.Key(kind().word(), new Arg.Day(day).kept()));
    }

    private Sighting.Verdict verdict(DayColour tomorrow, Look look) {
        var colour = tomorrow.colour();
        var told = told(tomorrow.date(), look).map(AlertEntry::args);
        var toldColour = told.flatMap(Arg.Colour::firstOf);
        if (colour == null
                || look.world().plan().clockDoubted()
                || (colour == TempoColour.BLUE && toldColour.isEmpty())) {
            return new Sighting.Unclear();
        }
        boolean same = toldColour.filter(colour::equals).isPresent();
        boolean charged = look.chargedFor().contains(colour);
        var readiness =
                look.world()
                        .plan()
                        .plan()
                        .flatMap(Plan::readiness)
                        .filter(ready -> charged && ready.day().equals(tomorrow.date()));
        boolean planToCome =
                charged
                        && readiness.isEmpty()
                        && (same || planComes(tomorrow.date(), colour, look));
        boolean planIsOld =
                readiness.filter(ready -> ready.reachable() < ready.batteries()).isPresent()
                        && DayReady.silent(look).isEmpty();
        if (planToCome || planIsOld || beginning(look) || (charged && look.anyStillStarting())) {
            return new Sighting.Unclear();
        }
        var ready = DayReady.of(readiness, look);
        if (mayPass(ready, look)) {
            return new Sighting.Unclear();
        }
        var args = new ArrayList<Arg>();
        args.add(new Arg.Colour(colour));
        args.addAll(ready.args(look));
        args.addAll(corrected(told.orElse(List.of()), colour));
        return new Sighting.Wrong(ready.urgent(), args);
    }

    /** Whether this run has not made a plan yet, although one is wanted. */
    private boolean beginning(Look look) {
        return !look.world().plan().enabled()
                && !look.settings().planning().strategy().equals("none")
                && begun != null
                && !look.olderThan(begun, BEGINNING);
    }

    private boolean planComes(LocalDate day, TempoColour colour, Look look) {
        var awaited = came;
        if (awaited == null || !awaited.day().equals(day) || awaited.colour() != colour) {
            awaited = new Came(day, colour, look.now());
            came = awaited;
        }
        var since = awaited.at();
        return look.world().plan().plan().filter(plan -> plan.at().isAfter(since)).isEmpty()
                && !look.olderThan(since, PLAN_COMES_WITHIN);
    }

    /** Whether too little room is so new that it is rather a load of the evening. */
    private boolean mayPass(DayReady ready, Look look) {
        if (!ready.slow()) {
            slowSince = null;
            return false;
        }
        var since = slowSince == null ? look.now() : slowSince;
        slowSince = since;
        return !look.olderThan(since, PASSING);
    }

    /** What was told before, if it was another, and whether; also after the program's restart. */
    private static List<Arg> corrected(List<String> told, TempoColour colour) {
        var before = Arg.Colour.firstOf(told);
        if (before.isPresent() && before.get() != colour) {
            return List.of(new Arg.Colour(before.get()), Arg.count(1));
        }
        return told.size() < KEPT_ARGS
                ? List.of(new Arg.Text(""), Arg.count(0))
                : List.of(Arg.of(told.get(told.size() - 2)), Arg.of(told.getLast()));
    }
}
