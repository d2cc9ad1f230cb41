package pilotempo.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import pilotempo.settings.TempoSettings.OwnPrice;

/** Reads the list {@code tempo.prices}: rows in the shipped table's shape. */
final class PriceReader {
    private final Complaints complaints;

    PriceReader(Complaints complaints) {
        this.complaints = complaints;
    }

    List<OwnPrice> read(SequenceNode list) {
        var rows = new ArrayList<OwnPrice>();
        int number = 0;
        for (var node : list.getValue()) {
            int line = YamlDocument.line(node);
            var called = "price row " + ++number;
            if (node instanceof MappingNode mapping) {
                one(mapping, called, line)
                        .ifPresent(
                                row -> {
                                    checkNew(row.from(), rows, called, line);
                                    rows.add(row);
                                });
            } else {
                complaints.at(
                        line, called + " has keys of its own, as in '- {from: 2027-02-01, …}'");
            }
        }
        return rows;
    }

    private Optional<OwnPrice> one(MappingNode mapping, String called, int line) {
        var walk = new YamlWalk(SettingsKeys.PRICE, called, complaints);
        walk.walk(mapping);
        var values = new Values(walk.values(), complaints);
        if (values.raw("from").isEmpty()) {
            complaints.at(line, called + " has no date: give it one, as in 'from: 2027-02-01'");
            return Optional.empty();
        }
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (var name : SettingsKeys.PRICE_CLASSES) {
            var path = "eur_per_kwh." + name;
            if (values.raw(path).isEmpty()) {
                complaints.at(
                        line,
                        called
                                + " has no "
                                + name
                                + ": under eur_per_kwh write all of "
                                + String.join(", ", SettingsKeys.PRICE_CLASSES));
                return Optional.empty();
            }
            values.find(path, Kinds.price()).ifPresent(price -> prices.put(name, price));
        }
        return values.find("from", AddressKinds.date()).map(from -> new OwnPrice(from, prices));
    }

    private void checkNew(LocalDate from, List<OwnPrice> rows, String called, int line) {
        if (rows.stream().anyMatch(row -> row.from().equals(from))) {
            complaints.at(line, called + " has the same date as another, " + from);
        }
    }
}
