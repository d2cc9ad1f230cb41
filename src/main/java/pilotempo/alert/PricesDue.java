package pilotempo.alert;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** The price table is about to be out of date, or is: prices change on 1 February and 1 August. */
final class PricesDue implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.PRICES_DUE;
    }

    @Override
    public List<Sighting> look(Look look) {
        var today = look.clock().local(look.now()).toLocalDate();
        var change = nearestChange(today);
        return look.house(
                kind(),
                _ -> look.world().tariff().pricesDue(),
                false,
                new Arg.Day(change),
                new Arg.Variant(today.isBefore(change) ? "ahead" : "past"));
    }

    /** The one that the table was due for: told from a week before it on. */
    private static LocalDate nearestChange(LocalDate today) {
        var soon = today.plusDays(7);
        var august = LocalDate.of(soon.getYear(), Month.AUGUST, 1);
        var february = LocalDate.of(soon.getYear(), Month.FEBRUARY, 1);
        return !soon.isBefore(august)
                ? august
                : soon.isBefore(february) ? august.minusYears(1) : february;
    }
}
