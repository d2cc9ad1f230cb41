package pilotempo.alert;

import java.util.List;

/** The data folder's disk is nearly full. */
final class DiskLow implements Rule {
    private static final long LITTLE = 500L << 20;
    private static final long ENOUGH = 700L << 20;
    private static final double ROUNDED_TO = 10e6;

    @Override
    public AlertKind kind() {
        return AlertKind.DISK_LOW;
    }

    @Override
    public List<Sighting> look(Look look) {
        var free = look.world().freeDiskBytes();
        if (free == null) {
            return List.of(new Sighting(kind(), null, null, new Sighting.Unclear()));
        }
        return look.house(
                kind(),
                lasts -> free < (lasts ? ENOUGH : LITTLE),
                false,
                new Arg.Amount(Arg.Unit.BYTES, Math.floor(free / ROUNDED_TO) * ROUNDED_TO));
    }
}
