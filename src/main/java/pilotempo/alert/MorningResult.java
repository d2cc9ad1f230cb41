package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.NightResult;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/** At 06:00 of a day that was charged for: where the batteries are, and until when it will last. */
final class MorningResult implements Rule {
    /** Below it a battery stops delivering by itself (its default depth of discharge is 88 %). */
    private static final double RESERVE_PCT = 12;

    private static final double DELIVERED = 0.95;
    private static final LocalTime PEAK_ENDS = LocalTime.of(22, 0);
    private static final Duration MORNING = Duration.ofHours(6);

    @Override
    public AlertKind kind() {
        return AlertKind.NIGHT_RESULT;
    }

    @Override
    public boolean waitsForPlan() {
        return true;
    }

    @Override
    public List<Sighting> look(Look look) {
        var night = look.world().plan().lastNight().orElse(null);
        if (night == null
                || !night.day().equals(look.today())
                || look.world().plan().clockDoubted()) {
            return List.of();
        }
        var subject = new Arg.Day(night.day());
        var key = new Sighting.Key(kind().word(), subject.kept());
        // A program started in the afternoon has nothing new to tell; what was told stays.
        boolean early = !look.olderThan(look.clock().startOf(night.day()), MORNING);
        if (!early && !look.lasts(key)) {
            return List.of();
        }
        return List.of(new Sighting(kind(), subject, null, verdict(night, look, key)));
    }

    private static Sighting.Verdict verdict(NightResult night, Look look, Sighting.Key key) {
        if (look.lasts(key)) {
            return new Sighting.Unclear();
        }
        var levels = levels(night, look);
        boolean below = !night.belowTarget().isEmpty() || levels.containsValue(null);
        var until = lastsUntil(look);
        return new Sighting.Wrong(
                below,
                List.of(
                        new Arg.Colour(night.colour()),
                        new Arg.Variant(
                                (below ? "below" : "good") + (until == null ? "" : "-until")),
                        Arg.percent((double) night.targetSocPct()),
                        new Arg.Levels(levels),
                        until == null ? new Arg.Text("—") : new Arg.Moment(until)));
    }

    /** A battery that was not heard is not at its target: it is told as unknown, not left out. */
    private static Map<String, @Nullable Integer> levels(NightResult night, Look look) {
        var levels = new HashMap<String, @Nullable Integer>(night.levels());
        look.world().fleet().batteries().forEach(it -> levels.putIfAbsent(it.id(), null));
        return levels;
    }

    /** Null where a level or the house's usual draw is unknown. */
    private static @Nullable Instant lastsUntil(Look look) {
        var load = look.world().usualLoadW();
        if (load == null || load < 10) {
            return null;
        }
        double stored = 0;
        for (var battery : look.world().fleet().batteries()) {
            var usable = usableWh(battery, look.now());
            if (usable == null) {
                return null;
            }
            stored += usable;
        }
        var clock = look.clock();
        var peakEnds = clock.at(look.today(), PEAK_ENDS);
        double hours = Math.min(24, stored * DELIVERED / load);
        var until = look.now().plusSeconds(Math.round(hours * 3600 / 900) * 900);
        return until.isAfter(peakEnds) ? peakEnds : until;
    }

    private static @Nullable Double usableWh(BatteryState battery, Instant now) {
        var soc = battery.now(Quantity.SOC_PCT, now);
        var rated = battery.latest(Quantity.RATED_WH);
        return soc == null || rated == null
                ? null
                : Math.max(0, soc - RESERVE_PCT) / 100 * rated.value();
    }
}
