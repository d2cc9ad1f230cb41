package pilotempo.alert;

import java.util.List;

/** Readings don't reach the disk. */
final class NotRecording implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.NOT_RECORDING;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.house(kind(), _ -> !look.world().history().recording(), false);
    }
}
