package pilotempo.marstek;

import static pilotempo.marstek.Family.HMG_50;
import static pilotempo.marstek.Family.UNKNOWN;
import static pilotempo.marstek.Family.VENUS_A;
import static pilotempo.marstek.Family.VENUS_D;
import static pilotempo.marstek.Family.VENUS_E3;
import static pilotempo.marstek.Family.VENUS_MINI;
import static pilotempo.marstek.Query.CELLS;
import static pilotempo.marstek.Query.POWER;
import static pilotempo.marstek.Query.SOLAR;
import static pilotempo.marstek.Temperature.DEGREES;
import static pilotempo.marstek.Temperature.DEGREES_OR_TENS;
import static pilotempo.marstek.Temperature.TENTHS;
import static pilotempo.marstek.Temperature.UNSURE;
import static pilotempo.marstek.Temperature.UNSURE_OR_TENS;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quirks of every family and firmware known, as data (API document, and what clients of real
 * devices found out). A firmware newer than all rows takes the newest row of its family.
 */
final class FirmwareTable {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Set<Query> SUN = Set.of(SOLAR);
    private static final Set<Query> ALL = Set.of();

    // spotless:off
    /** Oldest first within a family. */
    private static final List<Quirks> ROWS =
            List.of(
                    //         family      from  temperature     capac. bat_p. totals  PV    pv_ok
                    // rssi   remain not answered                    gap
                    new Quirks(
                            HMG_50, 0, DEGREES, 0.01, 0.1, 10.0, null, true, true, false, SUN,
                            LONG),
                    new Quirks(
                            HMG_50,
                            154,
                            DEGREES_OR_TENS,
                            1.0,
                            0.1,
                            100.0,
                            null,
                            true,
                            false,
                            false,
                            SUN,
                            LONG),
                    new Quirks(
                            VENUS_E3,
                            0,
                            TENTHS,
                            10.0,
                            1.0,
                            1.0,
                            null,
                            true,
                            false,
                            false,
                            Set.of(POWER, CELLS, SOLAR),
                            LONG),
                    new Quirks(
                            VENUS_E3,
                            123,
                            TENTHS,
                            10.0,
                            1.0,
                            1.0,
                            null,
                            true,
                            false,
                            false,
                            Set.of(POWER, SOLAR),
                            LONG),
                    new Quirks(
                            VENUS_E3, 143, DEGREES, 1.0, 1.0, 1.0, null, true, false, false, SUN,
                            LONG),
                    new Quirks(
                            VENUS_E3, 150, DEGREES, 1.0, 1.0, 1.0, null, true, false, false, SUN,
                            SHORT),
                    new Quirks(
                            VENUS_A, 0, DEGREES, 1.0, 1.0, 1.0, null, false, false, false, ALL,
                            LONG),
                    new Quirks(
                            VENUS_A, 149, DEGREES, 1.0, 1.0, 1.0, 10.0, true, false, false, ALL,
                            LONG),
                    new Quirks(
                            VENUS_A, 150, DEGREES, 1.0, 1.0, 1.0, 10.0, true, false, false, ALL,
                            SHORT),
                    new Quirks(
                            VENUS_D, 0, DEGREES, 1.0, 1.0, 1.0, null, false, false, false, ALL,
                            LONG),
                    new Quirks(
                            VENUS_D, 149, DEGREES, 1.0, 1.0, 1.0, 10.0, true, false, false, ALL,
                            LONG),
                    new Quirks(
                            VENUS_D, 150, DEGREES, 1.0, 1.0, 1.0, 10.0, true, false, false, ALL,
                            SHORT),
                    new Quirks(
                            VENUS_MINI,
                            0,
                            UNSURE,
                            1.0,
                            1.0,
                            null,
                            null,
                            true,
                            false,
                            true,
                            SUN,
                            SHORT),
                    new Quirks(
                            UNKNOWN, 0, UNSURE, null, 1.0, null, null, false, false, false, ALL,
                            LONG));

    /** While the firmware is not known: what holds for all of a family's, else unknown. */
    private static final List<Quirks> UNREAD =
            List.of(
                    new Quirks(
                            HMG_50,
                            0,
                            UNSURE_OR_TENS,
                            null,
                            0.1,
                            null,
                            null,
                            true,
                            true,
                            false,
                            SUN,
                            LONG),
                    new Quirks(
                            VENUS_E3, 0, UNSURE, null, 1.0, 1.0, null, true, false, false, SUN,
                            LONG),
                    new Quirks(
                            VENUS_A, 0, UNSURE, 1.0, 1.0, 1.0, null, false, false, false, ALL,
                            LONG),
                    new Quirks(
                            VENUS_D, 0, UNSURE, 1.0, 1.0, 1.0, null, false, false, false, ALL,
                            LONG),
                    new Quirks(
                            VENUS_MINI,
                            0,
                            UNSURE,
                            1.0,
                            1.0,
                            null,
                            null,
                            true,
                            false,
                            true,
                            SUN,
                            LONG),
                    new Quirks(
                            UNKNOWN, 0, UNSURE, null, 1.0, null, null, false, false, false, ALL,
                            LONG));

    // spotless:on

    private FirmwareTable() {}

    /** The row of a family and firmware, {@code ver} as the device says it; null = not known. */
    static Quirks of(Family family, @Nullable Integer ver) {
        double firmware = ver == null ? 0 : decimal(ver);
        return (ver == null ? UNREAD : ROWS)
                .stream()
                        .filter(row -> row.family() == family && row.from() <= firmware)
                        .reduce((older, newer) -> newer)
                        .orElseThrow();
    }

    /** The firmware as decimal: {@code ver} has one more digit from 1000 on, 1573 is 157.3. */
    static double decimal(int ver) {
        return ver >= 1000 ? ver / 10.0 : Math.max(0, ver);
    }
}
