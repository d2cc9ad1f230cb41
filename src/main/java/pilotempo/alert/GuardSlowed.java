package pilotempo.alert;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        var sign =
                harm.lastHour().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(most -> most.getKey().name().toLowerCase(Locale.ROOT))
                        .orElse("calm");
        return new Sighting.Wrong(false, List.of(new Arg.Variant(sign), new Arg.Span(link.pace())));
    }
}
