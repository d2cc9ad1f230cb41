package pilotempo.alert;

import java.util.List;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;

/** A battery has missed {@code alerts.offline-after} rounds in a row. */
final class BatteryAway implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.BATTERY_AWAY;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(kind(), (battery, _) -> verdict(battery, look));
    }

    private static Sighting.Verdict verdict(BatteryState battery, Look look) {
        var link = battery.link();
        if (link.missedRounds() >= look.settings().notifications().offlineAfter()) {
            var last = link.lastAnswer();
            return new Sighting.Wrong(
                    look.dear(),
                    List.of(
                            new Arg.Variant(last == null ? never(link.diagnosis()) : "silent"),
                            last == null ? new Arg.Text("—") : new Arg.Moment(last)));
        }
        // Before its first answer and after a first miss it is as it was.
        return link.lastAnswer() != null && link.missedRounds() == 0
                ? new Sighting.Fine()
                : new Sighting.Unclear();
    }

    private static String never(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case STRANGER -> "stranger";
            case UNRESOLVED, NOT_FOUND -> "lost";
            case STARTING, GOOD, LOSSY, BUSY, SILENT, UNREACHABLE -> "never";
        };
    }
}
