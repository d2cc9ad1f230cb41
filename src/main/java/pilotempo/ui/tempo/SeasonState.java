package pilotempo.ui.tempo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/**
 * A season's calendar, ready to show.
 *
 * @param months September to August
 * @param summary the calendar in a sentence, for who can't see it
 * @param hasEarlier whether anything is known of the season before
 * @param hasLater whether the season after has begun
 */
record SeasonState(
        TempoSeason season,
        String title,
        List<Month> months,
        String summary,
        boolean hasEarlier,
        boolean hasLater) {

    /** How a day's cell looks. */
    enum Look {
        /** Known: filled. */
        SURE,
        /** Known, but it may change: dashed. */
        PROVISIONAL,
        /** To come, and blue by the tariff's rule: outlined. */
        RULE,
        /** Not yet published: blank. */
        AWAITED,
        /** Past and not known: hatched. */
        MISSING
    }

    /**
     * One day.
     *
     * @param letter short word of the colour; empty without one
     * @param words the day in words
     */
    record Cell(
            LocalDate date,
            @Nullable TempoColour colour,
            Look look,
            boolean today,
            String letter,
            String words) {}

    /** One line of the calendar. */
    record Month(String name, boolean current, List<Cell> days) {}

    /**
     * The calendar of a season.
     *
     * @param today the running Tempo day
     */
    static SeasonState of(TempoSeason season, ColourBook book, LocalDate today, TempoWords words) {
        var months =
                IntStream.range(0, 12)
                        .mapToObj(season.firstDay()::plusMonths)
                        .map(first -> month(first, book, today, words))
                        .toList();
        var earlier = new TempoSeason(season.startYear() - 1);
        return new SeasonState(
                season,
                words.texts().get("season.title", season.label()),
                months,
                summary(season, months, words),
                !book.season(earlier).isEmpty(),
                season.startYear() < TempoSeason.of(today).startYear());
    }

    /** All days, in order of date. */
    Stream<Cell> days() {
        return months.stream().flatMap(month -> month.days().stream());
    }

    /** Whether any day looks so. */
    boolean has(Look look) {
        return days().anyMatch(day -> day.look() == look);
    }

    private static Month month(
            LocalDate first, ColourBook book, LocalDate today, TempoWords words) {
        var days =
                first.datesUntil(first.plusMonths(1))
                        .map(date -> cell(book.day(date), today, words))
                        .toList();
        var current = first.getMonth() == today.getMonth() && first.getYear() == today.getYear();
        return new Month(words.shortMonth(first), current, days);
    }

    private static Cell cell(DayColour day, LocalDate today, TempoWords words) {
        var look = look(day, today);
        var colour = day.colour();
        var certainty =
                switch (look) {
                    case SURE -> words.texts().get("certainty.confirmed");
                    case PROVISIONAL -> words.texts().get("certainty.provisional");
                    case RULE -> words.texts().get("certainty.rule");
                    case AWAITED -> words.texts().get("certainty.awaited");
                    case MISSING -> words.texts().get("legend.missing");
                };
        var sure =
                colour == null
                        ? certainty
                        : words.texts().get("day.sure", words.colour(colour), certainty);
        var name = words.dayName(day.date()) + " " + day.date().getYear();
        return new Cell(
                day.date(),
                colour,
                look,
                day.date().equals(today),
                colour == null ? "" : words.letter(colour),
                words.texts().get("day.words", name, sure));
    }

    private static Look look(DayColour day, LocalDate today) {
        var begun = !day.date().isAfter(today);
        if (day.colour() == null) {
            return begun ? Look.MISSING : Look.AWAITED;
        }
        if (day.status() == DayColour.Status.PROVISIONAL) {
            return Look.PROVISIONAL;
        }
        return TempoWords.byRule(day) && !begun ? Look.RULE : Look.SURE;
    }

    private static String summary(TempoSeason season, List<Month> months, TempoWords words) {
        var days = months.stream().flatMap(month -> month.days().stream()).toList();
        var missing = days.stream().filter(day -> day.look() == Look.MISSING).count();
        var text =
                words.texts()
                        .get(
                                "season.summary",
                                season.label(),
                                count(days, TempoColour.BLUE),
                                count(days, TempoColour.WHITE),
                                count(days, TempoColour.RED),
                                days.stream().filter(day -> day.look() == Look.AWAITED).count());
        return missing == 0 ? text : text + " " + words.texts().get("season.missing", missing);
    }

    private static long count(List<Cell> days, TempoColour colour) {
        return days.stream().filter(day -> day.colour() == colour).count();
    }
}
