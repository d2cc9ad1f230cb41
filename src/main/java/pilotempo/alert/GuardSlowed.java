package pilotempo.alert;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The harm guard asks a battery less often than the settings say. */
final class GuardSlowed implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.GUARD_SLOWED;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(
                kind(), (battery, _) -> verdict(look.world().guards().get(battery.id())));
    }

    private static Sighting.Verdict verdict(Watched.@Nullable Guard guard) {
        if (guard == null || !guard.slowed()) {
            return new Sighting.Fine();
        }
        var why =
                guard.signs().stream()
                        .max(Comparator.naturalOrder())
                        .map(sign -> sign.name().toLowerCase(Locale.ROOT))
                        .orElse("losses");
        return new Sighting.Wrong(false, List.of(new Arg.Variant(why), new Arg.Span(guard.pace())));
    }
}
