package pilotempo.tempo.source;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

    /** 0.0970 stays 0.0970. */
    private static final JsonMapper EXACT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

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
            var table = EXACT.readTree(file);
            var peak = table.required("hours").required("hp");
            var hours =
                    new PeakHours(
                            LocalTime.parse(peak.required("from").asText()),
                            LocalTime.parse(peak.required("until").asText()));
            var rows = new TreeMap<LocalDate, Row>();
            for (var row : table.required("rows")) {
                var from = LocalDate.parse(row.required("from").asText());
                rows.put(from, row(from, prices(row.required("eur_per_kwh"))));
            }
            return new TempoOffer(
                    hours,
                    new PriceTable(table.required("offer").asText(), List.copyOf(rows.values())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, BigDecimal> prices(JsonNode row) {
        var prices = new HashMap<String, BigDecimal>();
        row.properties().forEach(it -> prices.put(it.getKey(), it.getValue().decimalValue()));
        return prices;
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
