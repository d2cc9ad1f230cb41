package pilotempo.alert;

import java.util.List;

/** The price table is about to be out of date. */
final class PricesDue implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.PRICES_DUE;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.house(kind(), _ -> look.world().tariff().pricesDue(), false);
    }
}
