package pilotempo.control;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.marstek.Family;

/**
 * The limits of every family and firmware known, as data (API notes §c). A firmware newer than all
 * rows takes the newest row of its family.
 *
 * <p>Nobody has published the mini's powers, and a model that is not known may be any: both get
 * what the smallest of the others takes. A Venus D or A may be sold with a lower limit (2200, 1200
 * or 800 W), and a Venus E keeps to 800 W until its socket's limit is lifted in the app; the wire
 * does not tell, so these show as a power below the one asked.
 */
final class LimitTable {
    private static final String TABLE =
            """
            # family    from charge deliver slots passive ups settings
            HMG_50      0    2500   2500    10    yes     no  no
            VENUS_E3    0    2500   2500    10    yes     no  no
            VENUS_E3    150  2500   2500    10    yes     yes yes
            VENUS_A     0    1500   1500    10    yes     no  no
            VENUS_A     150  1500   1500    10    yes     yes yes
            VENUS_D     0    2500   2500    10    yes     no  no
            VENUS_D     150  2500   2500    10    yes     yes yes
            VENUS_MINI  0    800    800     6     no      no  no
            UNKNOWN     0    800    800     6     yes     no  no
            """;

    /** Before first contact nothing is ruled out but what no model can do. */
    private static final Limits ANY = new Limits(2500, 2500, 10, true, true, true);

    private record Row(Family family, double from, Limits limits) {}

    private static final List<Row> ROWS =
            TABLE.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> row(List.of(line.split("\\s+", -1))))
                    .toList();

    private LimitTable() {}

    /** The limits of a device; null = not known yet. */
    static Limits of(@Nullable Device device) {
        if (device == null) {
            return ANY;
        }
        var family = Family.of(device.model());
        double firmware = Family.decimal(device.firmware());
        return ROWS.stream()
                .filter(row -> row.family() == family && row.from() <= firmware)
                .max(Comparator.comparingDouble(Row::from))
                .orElseThrow()
                .limits();
    }

    private static Row row(List<String> cells) {
        return new Row(
                Family.valueOf(cells.get(0)),
                Double.parseDouble(cells.get(1)),
                new Limits(
                        Integer.parseInt(cells.get(2)),
                        Integer.parseInt(cells.get(3)),
                        Integer.parseInt(cells.get(4)),
                        cells.get(5).equals("yes"),
                        cells.get(6).equals("yes"),
                        cells.get(7).equals("yes")));
    }
}
