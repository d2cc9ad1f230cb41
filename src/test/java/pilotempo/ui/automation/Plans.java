package pilotempo.ui.automation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.PlanState;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Readiness;
import pilotempo.planning.Reason;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.testing.StillEngine;

/** Plans and journals as in the pictures: Tuesday 6 January 2026, 19:42, red before red. */
final class Plans {
    static final Instant NOW = StillEngine.NOW;
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 1, 7);
    static final List<String> IDS =
            List.of(
                    "salon",
                    "garage",
                    "atelier",
                    "cave",
                    "grange",
                    "bureau",
                    "buanderie",
                    "serre",
                    "chai",
                    "pergola");

    private static final BigDecimal PEAK = new BigDecimal("0.6468");
    private static final BigDecimal CHEAP = new BigDecimal("0.1460");

    private Plans() {}

    static Instant at(String local) {
        return Instant.parse(local);
    }

    /** Charge tonight, hold, Auto through the red day, hold again. */
    static List<PlannedAction> night(String id, double level, int powerW, Instant full) {
        var tonight = at("2026-01-06T21:00:00Z");
        var morning = at("2026-01-07T05:00:00Z");
        var evening = at("2026-01-07T21:00:00Z");
        var next = at("2026-01-08T05:00:00Z");
        double low = level * 0.55;
        return List.of(
                auto(id, NOW.minusSeconds(3000), tonight, level + 2, low, dear(6)),
                passive(
                        id,
                        tonight,
                        full,
                        -powerW,
                        95,
                        low,
                        95.0,
                        Reason.of("charge.price", WEDNESDAY, TempoColour.RED, PEAK, CHEAP)),
                passive(id, full, morning, 0, null, 95.0, 95.0, Reason.of("hold.done", 95)),
                auto(id, morning, evening, 95.0, level / 2, dear(7)),
                passive(
                        id,
                        evening,
                        next,
                        0,
                        null,
                        level / 2,
                        level / 2,
                        Reason.of("unknown.early", WEDNESDAY.plusDays(1), WEDNESDAY)),
                auto(
                        id,
                        next,
                        next.plusSeconds(9000),
                        level / 2,
                        level / 2 - 4,
                        Reason.of("day.unknown", WEDNESDAY.plusDays(1))));
    }

    private static Reason dear(int day) {
        return Reason.of("day.price", LocalDate.of(2026, 1, day), TempoColour.RED, PEAK);
    }

    static PlannedAction auto(
            String id,
            Instant from,
            Instant until,
            @Nullable Double before,
            @Nullable Double after,
            Reason reason) {
        return new PlannedAction(
                from, until, id, OperatingMode.AUTO, null, null, reason, before, after);
    }

    static PlannedAction passive(
            String id,
            Instant from,
            Instant until,
            int power,
            @Nullable Integer target,
            @Nullable Double before,
            @Nullable Double after,
            Reason reason) {
        return new PlannedAction(
                from, until, id, OperatingMode.PASSIVE, power, target, reason, before, after);
    }

    static Plan of(int batteries) {
        var actions = new ArrayList<PlannedAction>();
        for (int i = 0; i < batteries; i++) {
            var full = at("2026-01-07T00:46:00Z").plus(Duration.ofMinutes(3L * i));
            actions.addAll(night(IDS.get(i), 52 - 5.5 * i + (i > 2 ? 40 : 0), 1000, full));
        }
        actions.sort(java.util.Comparator.comparing(PlannedAction::from));
        return new Plan(
                "tempo",
                NOW,
                NOW.plus(Duration.ofHours(36)),
                actions,
                Optional.of(ready(batteries, true)));
    }

    /** A hold because nothing is known, one battery without a level, one without an action. */
    static Plan blind(int batteries) {
        var evening = at("2026-01-06T21:05:00Z");
        var morning = at("2026-01-07T05:00:00Z");
        var end = NOW.plus(Duration.ofHours(36));
        var actions = new ArrayList<PlannedAction>();
        for (int i = 0; i < batteries - 1; i++) {
            var id = IDS.get(i);
            var level = i == 0 ? 52.0 : null;
            var why = Reason.of("unknown.early", WEDNESDAY, WEDNESDAY.minusDays(1));
            actions.add(auto(id, NOW, evening, level, level, dear(6)));
            actions.add(passive(id, evening, morning, 0, null, level, level, why));
            actions.add(
                    auto(
                            id,
                            morning,
                            end,
                            level,
                            i == 0 ? 20.0 : null,
                            Reason.of("day.unknown", WEDNESDAY)));
        }
        return new Plan("tempo", NOW, end, actions, Optional.empty());
    }

    /** The night of 25 hours, blue before blue: held through, then Auto. */
    static Plan autumn(int batteries) {
        var now = at("2025-10-25T18:42:00Z");
        var evening = at("2025-10-25T20:05:00Z");
        var morning = at("2025-10-26T05:00:00Z");
        var actions = new ArrayList<PlannedAction>();
        for (int i = 0; i < batteries; i++) {
            double level = 60 - 9 * i;
            var id = IDS.get(i);
            var day = LocalDate.of(2025, 10, 26);
            actions.add(auto(id, now, evening, level, level - 8, Reason.of("day.own")));
            actions.add(
                    passive(
                            id,
                            evening,
                            morning,
                            0,
                            null,
                            level - 8,
                            level - 8,
                            Reason.of("hold.nosun", day)));
            actions.add(
                    auto(
                            id,
                            morning,
                            now.plus(Duration.ofHours(36)),
                            level - 8,
                            12.0,
                            Reason.of("day.unknown", day)));
        }
        return new Plan("tempo", now, now.plus(Duration.ofHours(36)), actions, Optional.empty());
    }

    static Readiness ready(int batteries, boolean fits) {
        return new Readiness(
                WEDNESDAY,
                TempoColour.RED,
                batteries,
                batteries,
                0,
                2_900.0 * batteries,
                Duration.ofHours(4),
                4_200,
                1_000 * batteries,
                at("2026-01-06T21:00:00Z"),
                fits);
    }

    static PlanState on(int batteries) {
        return on(of(batteries), standings(batteries));
    }

    static PlanState on(Plan plan, List<BatteryStanding> standings) {
        return new PlanState(
                "tempo",
                true,
                false,
                null,
                false,
                null,
                false,
                false,
                Optional.of(plan),
                standings,
                Optional.empty());
    }

    static List<BatteryStanding> standings(int batteries) {
        var standings = new ArrayList<BatteryStanding>();
        for (int i = 0; i < batteries; i++) {
            standings.add(new BatteryStanding(IDS.get(i), Standing.FOLLOWS, NOW, ""));
        }
        return standings;
    }

    /** On, but the first batteries stand otherwise. */
    static PlanState troubled(int batteries, Standing... first) {
        var standings = new ArrayList<>(standings(batteries));
        for (int i = 0; i < first.length; i++) {
            standings.set(i, new BatteryStanding(IDS.get(i), first[i], NOW, ""));
        }
        return on(of(batteries), standings);
    }

    static PlanState paused(PlanState state, @Nullable Instant until) {
        return new PlanState(
                state.strategy(),
                true,
                true,
                until,
                state.dryRun(),
                state.dryRunUntil(),
                false,
                state.clockDoubted(),
                state.plan(),
                state.batteries(),
                state.lastNight());
    }

    static PlanState trial(PlanState state, boolean urgent) {
        return new PlanState(
                state.strategy(),
                true,
                false,
                null,
                true,
                at("2026-01-07T17:00:00Z"),
                urgent,
                state.clockDoubted(),
                state.plan(),
                state.batteries(),
                state.lastNight());
    }

    static PlanState clockDoubted(PlanState state) {
        return new PlanState(
                state.strategy(),
                true,
                false,
                null,
                false,
                null,
                false,
                true,
                state.plan(),
                state.batteries(),
                state.lastNight());
    }

    static Mac mac(int index) {
        return new Mac("02005e%06x".formatted(index + 1));
    }

    static JournalEntry entry(
            int battery,
            String at,
            BatteryCommand command,
            Author author,
            Result result,
            int sends,
            String why) {
        var begun = at(at);
        return new JournalEntry(
                UUID.nameUUIDFromBytes(
                        (at + battery).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                mac(battery),
                begun,
                author,
                command,
                command instanceof ModeCommand.Passive passive
                        ? begun.plus(passive.duration())
                        : null,
                why,
                result,
                sends,
                result == Result.PENDING ? null : Duration.ofMillis(9_400L + 700L * battery),
                result == Result.ACKNOWLEDGED ? "set_result: true" : "");
    }

    static List<JournalEntry> journal() {
        var auto = new ModeCommand.Auto();
        var hold = new ModeCommand.Passive(0, Duration.ofHours(4));
        var charge = new ModeCommand.Passive(-1000, Duration.ofHours(3));
        var red = "Tuesday is red: €0.6468 at peak, against €0.1460 tonight.";
        return List.of(
                entry(0, "2026-01-06T05:00:21Z", auto, Author.PLAN, Result.VERIFIED, 1, red),
                entry(1, "2026-01-06T05:00:24Z", auto, Author.PLAN, Result.VERIFIED, 1, red),
                entry(2, "2026-01-06T05:00:41Z", auto, Author.PLAN, Result.VERIFIED, 2, red),
                entry(0, "2026-01-06T00:27:03Z", hold, Author.PLAN, Result.VERIFIED, 1, red),
                entry(2, "2026-01-06T00:19:50Z", hold, Author.PLAN, Result.ACKNOWLEDGED, 1, red),
                entry(1, "2026-01-06T00:14:36Z", hold, Author.PLAN, Result.VERIFIED, 1, red),
                entry(0, "2026-01-05T21:00:08Z", charge, Author.PLAN, Result.VERIFIED, 1, red),
                entry(1, "2026-01-05T21:00:05Z", charge, Author.PLAN, Result.LOST, 5, red),
                entry(2, "2026-01-05T18:30:05Z", charge, Author.WINDOW, Result.REFUSED, 2, ""),
                entry(2, "2026-01-04T18:30:05Z", auto, Author.SAFETY, Result.REVERSED, 1, ""),
                entry(
                        2,
                        "2026-01-04T17:30:05Z",
                        charge,
                        Author.COMMAND_LINE,
                        Result.PENDING,
                        1,
                        ""));
    }
}
