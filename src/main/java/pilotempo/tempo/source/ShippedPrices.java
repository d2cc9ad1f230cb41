package pilotempo.tempo.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.PeakHours;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.PriceTable.PriceClass;
import pilotempo.tempo.PriceTable.Row;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoOffer;
import pilotempo.tempo.TempoPeriod;

/**
 * EDF's regulated Tempo as shipped, with the user's own rows over it. An offer of another name has
 * the user's rows alone, and the shipped hours.
 */
public final class ShippedPrices {
    private static final String FILE = "/pilotempo/tempo/prices-edf-tempo.json";

    /**
     * JSON is YAML too, and the settings' parser is there already: a second one would have to be
     * loaded at each start. Every value stays a text: 0.0970 stays 0.0970.
     */
    private static final LoadSettings TEXTS =
            LoadSettings.builder().setSchema(new FailsafeSchema()).build();

    private ShippedPrices() {}

    /**
     * The offer that the settings name.
     *
     * @throws IllegalArgumentException if an own row lacks a class or has one that does not exist
     */
    public static TempoOffer offer(TempoSettings settings) {
        var shipped = shipped();
        var rows = new TreeMap<LocalDate, Row>();
        if (settings.offer().equals(shipped.prices().offer())) {
            shipped.prices().rows().forEach(row -> rows.put(row.from(), row));
        }
        for (var own : settings.prices()) {
            rows.put(own.from(), row(own.from(), own.eurPerKwh()));
        }
        return new TempoOffer(
                shipped.hours(), new PriceTable(settings.offer(), List.copyOf(rows.values())));
    }

    private static TempoOffer shipped() {
        try (var file = ShippedPrices.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new FileNotFoundException(FILE);
            }
            var table = new Load(TEXTS).loadFromInputStream(file);
            var peak = at(at(table, "hours"), "hp");
            var hours =
                    new PeakHours(
                            LocalTime.parse(text(peak, "from")),
                            LocalTime.parse(text(peak, "until")));
            var rows = new TreeMap<LocalDate, Row>();
            for (var row : (List<?>) at(table, "rows")) {
                var from = LocalDate.parse(text(row, "from"));
                rows.put(from, row(from, prices(at(row, "eur_per_kwh"))));
            }
            return new TempoOffer(
                    hours, new PriceTable(text(table, "offer"), List.copyOf(rows.values())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, BigDecimal> prices(Object row) {
        var prices = new HashMap<String, BigDecimal>();
        ((Map<?, ?>) row)
                .forEach(
                        (name, price) -> prices.put((String) name, new BigDecimal((String) price)));
        return prices;
    }

    private static String text(@Nullable Object node, String key) {
        return (String) at(node, key);
    }

    private static Object at(@Nullable Object node, String key) {
        var found = node instanceof Map<?, ?> map ? map.get(key) : null;
        if (found == null) {
            throw new IllegalStateException(FILE + " lacks " + key);
        }
        return found;
    }

    private static Row row(LocalDate from, Map<String, BigDecimal> eurPerKwh) {
        var prices = new HashMap<PriceClass, BigDecimal>();
        for (var colour : TempoColour.values()) {
            for (var period : TempoPeriod.values()) {
                var name = colour.name().toLowerCase(Locale.ROOT) + period;
                var price = eurPerKwh.get(name);
                if (price == null) {
                    throw new IllegalArgumentException("the prices from " + from + " lack " + name);
                }
                prices.put(new PriceClass(colour, period), price);
            }
        }
        if (eurPerKwh.size() != prices.size()) {
            throw new IllegalArgumentException(
                    "the prices from " + from + " have a class that does not exist: " + eurPerKwh);
        }
        return new Row(from, prices);
    }
}
