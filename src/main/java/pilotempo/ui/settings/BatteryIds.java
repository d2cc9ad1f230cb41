package pilotempo.ui.settings;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes people's ids from names: "Chambre d’amis" becomes {@code chambre-d-amis}. */
final class BatteryIds {
    private BatteryIds() {}

    /** An id of letters, digits and dashes that is not taken yet. */
    static String from(String name, Collection<String> taken) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var dashed =
                bare.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var stem = dashed.isEmpty() ? "battery" : dashed;
        return Stream.concat(
                        Stream.of(stem),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> stem + "-" + n))
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
