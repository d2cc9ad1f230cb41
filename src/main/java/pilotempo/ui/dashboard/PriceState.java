package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.TariffStrip;

/**
 * What a kilowatt-hour costs now and next, ready to show.
 *
 * @param price EUR a kWh in words; "—" when unknown
 * @param daysLeft for blue, white and red, in this order
 */
record PriceState(
        DayColour today,
        String period,
        String price,
        String until,
        String thenLead,
        String thenPrice,
        String thenRest,
        TariffStrip.Content strip,
        List<String> daysLeft) {
    /** How far the strip looks ahead. */
    static final Duration AHEAD = Duration.ofHours(36);

    static PriceState of(TariffView tariff, Instant now, Language language) {
        var formats = language.formats();
        var texts = language.texts();
        var coming =
                tariff.next().stream().filter(stretch -> stretch.until().isAfter(now)).toList();
        var current = coming.isEmpty() ? null : coming.getFirst();
        var next = coming.size() < 2 ? null : coming.get(1);
        var left = new ArrayList<String>();
        for (var colour : TempoColour.values()) {
            var days = tariff.left().of(colour);
            left.add(days == null ? Formats.UNKNOWN : String.valueOf(days));
        }
        return new PriceState(
                tariff.today(),
                tariff.now().period().name(),
                formats.price(tariff.now().eurPerKwh()),
                current == null ? "" : texts.get("price.until", formats.time(current.until())),
                next == null ? "" : texts.get("price.then"),
                next == null ? "" : formats.priceWithUnit(next.eurPerKwh()),
                next == null ? "" : ", " + rest(tariff, next, language),
                strip(coming, now.truncatedTo(ChronoUnit.MINUTES), language),
                List.copyOf(left));
    }

    /** The next stretch in words; its colour only where it is another one. */
    private static String rest(TariffView tariff, TariffView.Stretch next, Language language) {
        var words = language.words();
        var colour = next.day().colour();
        var period = words.period(next.period());
        if (colour == null) {
            return language.texts().get("price.colourUnknown", period);
        }
        return colour == tariff.now().colour()
                ? period
                : words.colour(colour).toLowerCase(language.formats().locale()) + ", " + period;
    }

    private static TariffStrip.Content strip(
            List<TariffView.Stretch> coming, Instant now, Language language) {
        var end = now.plus(AHEAD);
        var words = language.words();
        var days = new ArrayList<TariffStrip.Day>();
        var periods = new ArrayList<TariffStrip.Period>();
        var marks = new ArrayList<TariffStrip.Mark>();
        for (var stretch : coming) {
            if (!stretch.from().isBefore(end)) {
                break;
            }
            double from = share(stretch.from(), now);
            double until = share(stretch.until(), now);
            var colour = stretch.day().colour();
            var word = colour == null ? language.texts().get("price.notYet") : words.colour(colour);
            var last = days.isEmpty() ? null : days.getLast();
            if (last != null && stretch.period() == TempoPeriod.HC) {
                days.removeLast();
                from = last.from();
            }
            days.add(new TariffStrip.Day(from, until, colour, word, words.letter(colour)));
            periods.add(
                    new TariffStrip.Period(
                            share(stretch.from(), now),
                            until,
                            stretch.period() == TempoPeriod.HP,
                            stretch.period().name()));
            if (until < 1) {
                marks.add(new TariffStrip.Mark(until, mark(stretch, language.formats())));
            }
        }
        return new TariffStrip.Content(days, periods, marks);
    }

    /** "22:00"; where a Tempo day begins, with its weekday: "mer. 06:00". */
    private static String mark(TariffView.Stretch stretch, Formats formats) {
        var time = formats.time(stretch.until());
        if (stretch.period() == TempoPeriod.HP) {
            return time;
        }
        return weekday(stretch.until(), formats) + " " + time;
    }

    private static String weekday(Instant instant, Formats formats) {
        Locale locale = formats.locale();
        return DateTimeFormatter.ofPattern("EEE", locale).format(instant.atZone(formats.zone()));
    }

    private static double share(Instant instant, Instant now) {
        double share = (double) Duration.between(now, instant).toSeconds() / AHEAD.toSeconds();
        return Math.clamp(share, 0, 1);
    }
}
