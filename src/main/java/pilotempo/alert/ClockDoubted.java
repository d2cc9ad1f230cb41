package pilotempo.alert;

import java.util.List;

/** The clock can't be right, so nothing is planned or written. */
final class ClockDoubted implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.CLOCK_DOUBTED;
    }

    @Override
    public List<Sighting> look(Look look) {
        var plan = look.world().plan();
        return look.house(kind(), _ -> plan.clockDoubted(), plan.enabled());
    }
}
