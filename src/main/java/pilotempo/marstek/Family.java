package pilotempo.marstek;

import java.util.List;
import java.util.Locale;

/** Model families that share a firmware; the number of a firmware means something only in one. */
public enum Family {
    /** Venus C, Venus E of the first and second generation. */
    HMG_50(false),
    /** Venus E 3.0. */
    VENUS_E3(false),
    /** Venus A. */
    VENUS_A(true),
    /** Venus D. */
    VENUS_D(true),
    /** Venus E mini. */
    VENUS_MINI(false),
    /** A device that this program has never heard of. */
    UNKNOWN(true);

    private record Name(String beginning, Family family) {}

    /** Product names and SKUs; the first that fits, so the longer ones stand first. */
    private static final List<Name> NAMES =
            List.of(
                    new Name("vnsem", VENUS_MINI),
                    new Name("venusemini", VENUS_MINI),
                    new Name("vnse3", VENUS_E3),
                    new Name("venuse3", VENUS_E3),
                    new Name("vnsa", VENUS_A),
                    new Name("venusa", VENUS_A),
                    new Name("vnsd", VENUS_D),
                    new Name("venusd", VENUS_D),
                    new Name("hmg", HMG_50),
                    new Name("venuse2", HMG_50));

    private static final List<String> HMG_50_NAMES = List.of("venus", "venusc", "venuse");

    private final boolean panels;

    Family(boolean panels) {
        this.panels = panels;
    }

    /** Whether panels may be connected to the battery itself. */
    public boolean mayHavePanels() {
        return panels;
    }

    /** A firmware as decimal: {@code ver} has one more digit from 1000 on, 1573 is 157.3. */
    public static double decimal(int ver) {
        return ver >= 1000 ? ver / 10.0 : Math.max(0, ver);
    }

    /** The family of a device string or of the model part of {@code src}, a name or a SKU. */
    public static Family of(String model) {
        var bare = model.toLowerCase(Locale.ROOT).replaceAll("[\\s_]", "");
        if (HMG_50_NAMES.contains(bare)) {
            return HMG_50;
        }
        return NAMES.stream()
                .filter(name -> bare.startsWith(name.beginning))
                .map(Name::family)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
