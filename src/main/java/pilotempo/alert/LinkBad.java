package pilotempo.alert;

import java.util.List;
import pilotempo.live.LinkHealth;

/** A battery answers, but badly. */
final class LinkBad implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.LINK_BAD;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(kind(), (battery, _) -> verdict(battery.link()));
    }

    private static Sighting.Verdict verdict(LinkHealth link) {
        return switch (link.diagnosis()) {
            case LOSSY -> wrong("lossy", link);
            case BUSY -> wrong("busy", link);
            case GOOD -> new Sighting.Fine();
            case STARTING, SILENT, UNREACHABLE, STRANGER, UNRESOLVED, NOT_FOUND ->
                    new Sighting.Unclear();
        };
    }

    private static Sighting.Verdict wrong(String variant, LinkHealth link) {
        if (link.harm().slowing() > 1) {
            // That, and why, is told already.
            return new Sighting.Unclear();
        }
        var lost = link.lostLately();
        return new Sighting.Wrong(
                false,
                List.of(
                        new Arg.Variant(variant),
                        Arg.percent(lost == null ? null : 5.0 * Math.round(lost / 5))));
    }
}
