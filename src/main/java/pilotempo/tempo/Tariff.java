package pilotempo.tempo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TariffView.PriceNow;
import pilotempo.tempo.TariffView.Stretch;

/**
 * The tariff at any moment: an offer's hours and prices, and the colours known now. No rule ever
 * stands in for a colour that nobody told. Thread-safe if the colour book is.
 */
public final class Tariff {
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final MonthDay WINTER_PRICES = MonthDay.of(2, 1);
    private static final MonthDay SUMMER_PRICES = MonthDay.of(8, 1);
    private static final int REMIND_DAYS_BEFORE = 7;

    private final TempoClock clock;
    private final TempoOffer offer;
    private final ColourBook colours;

    /** The tariff of one offer in one zone. */
    public Tariff(TempoClock clock, TempoOffer offer, ColourBook colours) {
        this.clock = clock;
        this.offer = offer;
        this.colours = colours;
    }

    /** The tariff as seen at an instant, with the colours known now. */
    public TariffView at(Instant at) {
        var day = clock.dayOf(at);
        var next = stretches(at, at.plus(AHEAD));
        var running = next.getFirst();
        return new TariffView(
                at,
                TempoSeason.of(day),
                colours.day(day),
                colours.day(day.plusDays(1)),
                left(day),
                new PriceNow(running.day().colour(), running.period(), running.eurPerKwh()),
                next,
                pricesDue(clock.local(at).toLocalDate()));
    }

    /**
     * The stretches of one day, period and price row that cover a time, in order: the first holds
     * {@code from} and may begin before it, the last is whole too.
     */
    public List<Stretch> stretches(Instant from, Instant until) {
        var changes = changes(from, until);
        var stretches = new ArrayList<Stretch>();
        var begin = changes.floor(from);
        while (begin != null && begin.isBefore(until)) {
            var end = changes.higher(begin);
            if (end == null) {
                break;
            }
            stretches.add(stretch(begin, end));
            begin = end;
        }
        return List.copyOf(stretches);
    }

    /** Peak or off-peak at an instant. */
    public TempoPeriod periodAt(Instant at) {
        return clock.periodAt(at, offer.hours());
    }

    private NavigableSet<Instant> changes(Instant from, Instant until) {
        var first = clock.local(from).toLocalDate().minusDays(1);
        var last = clock.local(until).toLocalDate().plusDays(1);
        var changes = new TreeSet<Instant>();
        first.datesUntil(last.plusDays(1))
                .forEach(
                        date -> {
                            changes.add(clock.startOf(date));
                            changes.add(clock.at(date, offer.hours().from()));
                            changes.add(clock.at(date, offer.hours().until()));
                        });
        for (var row : offer.prices().rows()) {
            if (!row.from().isBefore(first) && !row.from().isAfter(last)) {
                changes.add(row.from().atStartOfDay(clock.zone()).toInstant());
            }
        }
        return changes;
    }

    private Stretch stretch(Instant from, Instant until) {
        var day = colours.day(clock.dayOf(from));
        var period = clock.periodAt(from, offer.hours());
        return new Stretch(from, until, day, period, price(from, day.colour(), period));
    }

    private @Nullable BigDecimal price(
            Instant at, @Nullable TempoColour colour, TempoPeriod period) {
        if (colour == null) {
            return null;
        }
        var row = offer.prices().on(clock.local(at).toLocalDate()).orElse(null);
        return row == null ? null : row.eurPerKwh().get(new PriceTable.PriceClass(colour, period));
    }

    /** One day unknown among those that have begun, and no count is sure. */
    private DaysLeft left(LocalDate running) {
        var season = TempoSeason.of(running);
        var begun = new EnumMap<TempoColour, Integer>(TempoColour.class);
        for (var day = season.firstDay(); !day.isAfter(running); day = day.plusDays(1)) {
            var colour = colours.day(day).colour();
            if (colour == null) {
                return DaysLeft.UNKNOWN;
            }
            begun.merge(colour, 1, Integer::sum);
        }
        return new DaysLeft(
                left(season, TempoColour.BLUE, begun),
                left(season, TempoColour.WHITE, begun),
                left(season, TempoColour.RED, begun));
    }

    /** Null where more days were told than the contract gives: then what was told is wrong. */
    private static @Nullable Integer left(
            TempoSeason season, TempoColour colour, EnumMap<TempoColour, Integer> begun) {
        int left = season.quota(colour) - begun.getOrDefault(colour, 0);
        return left < 0 ? null : left;
    }

    /** Regulated prices change on 1 February and 1 August; a week before, it is time to look. */
    private boolean pricesDue(LocalDate today) {
        var soon = today.plusDays(REMIND_DAYS_BEFORE);
        LocalDate due;
        if (!soon.isBefore(SUMMER_PRICES.atYear(soon.getYear()))) {
            due = SUMMER_PRICES.atYear(soon.getYear());
        } else if (!soon.isBefore(WINTER_PRICES.atYear(soon.getYear()))) {
            due = WINTER_PRICES.atYear(soon.getYear());
        } else {
            due = SUMMER_PRICES.atYear(soon.getYear() - 1);
        }
        return offer.prices().rows().stream().noneMatch(row -> !row.from().isBefore(due));
    }
}
