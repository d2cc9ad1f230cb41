package pilotempo.ui.tempo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.PriceTable.PriceClass;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;
import pilotempo.ui.component.Formats;

/**
 * What the Tempo page says beside its calendar, ready to show.
 *
 * @param days today and tomorrow
 * @param asOf the day the counts hold for, in words
 * @param left one a colour: blue, white, red
 * @param leftNote why a count is unknown; empty when none is
 * @param since since when the prices hold
 * @param prices one a colour
 * @param note on the box around the price in force, and on the hours
 * @param due the note that new prices are due; empty when they are not
 * @param priceNow the price in force, without a unit
 * @param periodNow HP or HC
 */
record TempoState(
        List<Day> days,
        String asOf,
        List<Left> left,
        String leftNote,
        String since,
        List<Price> prices,
        String note,
        String due,
        String priceNow,
        String periodNow) {

    /**
     * Today or tomorrow.
     *
     * @param colour null = unknown
     * @param certainty how sure, in words
     * @param source who said so and when; may be empty
     */
    record Day(
            String title,
            String date,
            @Nullable TempoColour colour,
            DayColour.Status status,
            String word,
            String certainty,
            String source) {}

    /**
     * Days left of a colour.
     *
     * @param days the count, or "—"
     * @param of "/ 22"
     * @param share left of the quota, 0 to 1; 0 when unknown
     */
    record Left(TempoColour colour, String word, String days, String of, double share) {}

    /**
     * The two prices of a colour, "—" when unknown.
     *
     * @param now the one in force; null when neither is
     */
    record Price(
            TempoColour colour, String word, String hc, String hp, @Nullable TempoPeriod now) {}

    static TempoState of(TariffView tariff, PriceTable table, Source asked, TempoWords words) {
        var texts = words.texts();
        var calendarDay = tariff.at().atZone(words.formats().zone()).toLocalDate();
        var row = table.on(calendarDay);
        var left = Stream.of(TempoColour.values()).map(colour -> left(colour, tariff, words));
        var prices =
                Stream.of(TempoColour.values())
                        .map(colour -> price(colour, tariff, row.orElse(null), words));
        var anyUnknown = Stream.of(TempoColour.values()).anyMatch(c -> tariff.left().of(c) == null);
        return new TempoState(
                List.of(
                        day(texts.get("day.today"), tariff.today(), tariff, asked, words),
                        day(texts.get("day.tomorrow"), tariff.tomorrow(), tariff, asked, words)),
                texts.get("left.asof", words.dayOfMonth(tariff.today().date())),
                left.toList(),
                anyUnknown ? texts.get("left.unknown") : "",
                row.map(known -> texts.get("prices.since", words.longDate(known.from())))
                        .orElse(texts.get("prices.none")),
                prices.toList(),
                note(tariff, row.isPresent(), words),
                tariff.pricesDue() ? texts.get("prices.due") : "",
                euros(tariff.now().eurPerKwh(), words.formats()),
                tariff.now().period().name());
    }

    private static Day day(
            String title, DayColour day, TariffView tariff, Source asked, TempoWords words) {
        return new Day(
                title,
                words.texts().get("day.range", words.dayName(day.date())),
                day.colour(),
                day.status(),
                words.colour(day.colour()),
                sentence(words.certainty(day, tariff.at(), asked)),
                words.source(day));
    }

    private static String note(TariffView tariff, boolean known, TempoWords words) {
        var reform = words.texts().get("prices.reform");
        var boxed = known && tariff.now().colour() != null;
        return boxed ? words.texts().get("prices.boxed") + " " + reform : reform;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Left left(TempoColour colour, TariffView tariff, TempoWords words) {
        var days = tariff.left().of(colour);
        var quota = tariff.season().quota(colour);
        return new Left(
                colour,
                words.colour(colour),
                days == null ? Formats.UNKNOWN : words.formats().number(days.doubleValue(), 0),
                words.texts().get("left.of", quota),
                days == null ? 0 : Math.clamp((double) days / quota, 0, 1));
    }

    private static Price price(
            TempoColour colour, TariffView tariff, PriceTable.@Nullable Row row, TempoWords words) {
        var now = tariff.now();
        return new Price(
                colour,
                words.colour(colour),
                euros(price(row, colour, TempoPeriod.HC), words.formats()),
                euros(price(row, colour, TempoPeriod.HP), words.formats()),
                now.colour() == colour ? now.period() : null);
    }

    private static @Nullable BigDecimal price(
            PriceTable.@Nullable Row row, TempoColour colour, TempoPeriod period) {
        return row == null ? null : row.eurPerKwh().get(new PriceClass(colour, period));
    }

    private static String euros(@Nullable BigDecimal price, Formats formats) {
        return price == null ? Formats.UNKNOWN : formats.number(price.doubleValue(), 4);
    }
}
