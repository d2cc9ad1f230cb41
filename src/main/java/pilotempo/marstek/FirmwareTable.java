package pilotempo.marstek;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quirks of every family and firmware known, as data (API document, and what clients of real
 * devices found out). A firmware newer than all rows takes the newest row of its family; the rows
 * with {@code ?} hold while the firmware is not known: what all of a family's have in common.
 *
 * <p>Columns are those of {@link Quirks}: family, lowest firmware, temperature, the factors of
 * remaining capacity, {@code bat_power}, grid counters and PV counter ({@code -} = unknown),
 * whether a PV power of 0 in ES.GetStatus means no sun, whether the signal lacks its minus, whether
 * {@code bat_cap} is what is left, the questions not answered, and the gap in seconds.
 */
final class FirmwareTable {
    private static final String TABLE =
            """
            # family    from temperature     remain batp  grid  pv  pv0 minus left not answered        gap
            HMG_50      0    DEGREES         0.01   0.1   10    -   yes yes   no   SOLAR               5
            HMG_50      154  DEGREES_OR_TENS 1      0.1   100   -   yes no    no   SOLAR               5
            HMG_50      ?    UNSURE_OR_TENS  -      0.1   -     -   yes yes   no   SOLAR               5
            VENUS_E3    0    TENTHS          10     1     1     -   yes no    no   POWER,CELLS,SOLAR   5
            VENUS_E3    123  TENTHS          10     1     1     -   yes no    no   POWER,SOLAR         5
            VENUS_E3    143  DEGREES         1      1     1     -   yes no    no   SOLAR               5
            VENUS_E3    150  DEGREES         1      1     1     -   yes no    no   SOLAR               2
            VENUS_E3    ?    UNSURE          -      1     1     -   yes no    no   SOLAR               5
            VENUS_A     0    DEGREES         1      1     1     -   no  no    no   -                   5
            VENUS_A     149  DEGREES         1      1     1     10  yes no    no   -                   5
            VENUS_A     150  DEGREES         1      1     1     10  yes no    no   -                   2
            VENUS_A     ?    UNSURE          1      1     1     -   no  no    no   -                   5
            VENUS_D     0    DEGREES         1      1     1     -   no  no    no   -                   5
            VENUS_D     149  DEGREES         1      1     1     10  yes no    no   -                   5
            VENUS_D     150  DEGREES         1      1     1     10  yes no    no   -                   2
            VENUS_D     ?    UNSURE          1      1     1     -   no  no    no   -                   5
            VENUS_MINI  0    UNSURE          1      1     -     -   yes no    yes  SOLAR               2
            VENUS_MINI  ?    UNSURE          1      1     -     -   yes no    yes  SOLAR               5
            UNKNOWN     0    UNSURE          -      1     -     -   no  no    no   -                   5
            UNKNOWN     ?    UNSURE          -      1     -     -   no  no    no   -                   5
            """;

    private static final String NOT_KNOWN = "?";
    private static final String NONE = "-";

    private static final List<Quirks> KNOWN = rows(false);
    private static final List<Quirks> NOT_YET_KNOWN = rows(true);

    private FirmwareTable() {}

    /** The row of a family and firmware, {@code ver} as the device says it; null = not known. */
    static Quirks of(Family family, @Nullable Integer ver) {
        double firmware = ver == null ? 0 : Family.decimal(ver);
        var rows = ver == null ? NOT_YET_KNOWN : KNOWN;
        return rows.stream()
                .filter(row -> row.family() == family && row.from() <= firmware)
                .max(Comparator.comparingDouble(Quirks::from))
                .orElseThrow();
    }

    private static List<Quirks> rows(boolean notKnown) {
        return TABLE.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\\s+", -1)))
                .filter(cells -> cells.get(1).equals(NOT_KNOWN) == notKnown)
                .map(FirmwareTable::row)
                .toList();
    }

    private static Quirks row(List<String> cells) {
        return new Quirks(
                Family.valueOf(cells.get(0)),
                cells.get(1).equals(NOT_KNOWN) ? 0 : Double.parseDouble(cells.get(1)),
                Temperature.valueOf(cells.get(2)),
                factor(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                factor(cells.get(5)),
                factor(cells.get(6)),
                cells.get(7).equals("yes"),
                cells.get(8).equals("yes"),
                cells.get(9).equals("yes"),
                questions(cells.get(10)),
                Duration.ofSeconds(Long.parseLong(cells.get(11))));
    }

    private static @Nullable Double factor(String cell) {
        return cell.equals(NONE) ? null : Double.valueOf(cell);
    }

    private static Set<Query> questions(String cell) {
        return cell.equals(NONE)
                ? Set.of()
                : Arrays.stream(cell.split(",", -1))
                        .map(Query::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
