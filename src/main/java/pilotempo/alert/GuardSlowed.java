package pilotempo.alert;

import java.util.List;
import java.util.Locale;
import pilotempo.live.LinkHealth;

/** The harm guard asks a battery less often than the settings say. */
final class GuardSlowed implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.GUARD_SLOWED;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(kind(), (battery, _) -> verdict(battery.link()));
    }

    private static Sighting.Verdict verdict(LinkHealth link) {
        var harm = link.harm();
        if (harm.slowing() <= 1) {
            return new Sighting.Fine();
        }
        var cause = harm.cause();
        var sign = cause == null ? "calm" : cause.name().toLowerCase(Locale.ROOT);
        return new Sighting.Wrong(false, List.of(new Arg.Variant(sign), new Arg.Span(link.pace())));
    }
}
