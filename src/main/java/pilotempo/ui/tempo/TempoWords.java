package pilotempo.ui.tempo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/** Colours, certainty, sources and dates in the user's words. */
record TempoWords(Texts texts, Formats formats) {
    /** When RTE's colour of the next day is first asked for. */
    private static final LocalTime FIRST_ASKED = LocalTime.of(10, 40);

    String colour(@Nullable TempoColour colour) {
        return new Words(formats).colour(colour);
    }

    String letter(TempoColour colour) {
        return new Words(formats).letter(colour);
    }

    /** How sure the colour of today or tomorrow is, and when it comes if it is not there. */
    String certainty(DayColour day, Instant now, Source asked) {
        return switch (day.status()) {
            case CONFIRMED -> texts.get(byRule(day) ? "certainty.rule" : "certainty.confirmed");
            case PROVISIONAL -> texts.get("certainty.provisional");
            case UNKNOWN -> unknown(day, now, asked);
        };
    }

    private String unknown(DayColour day, Instant now, Source asked) {
        if (asked == Source.NONE) {
            return texts.get("certainty.nobody");
        }
        var local = now.atZone(formats.zone()).toLocalDateTime();
        if (!local.toLocalDate().isBefore(day.date())) {
            return texts.get("certainty.missing");
        }
        var first = day.date().minusDays(1).atTime(FIRST_ASKED);
        return texts.get(
                local.isBefore(first) ? "certainty.awaited.from" : "certainty.awaited.late");
    }

    /** "Source: RTE, read Tue 6 Jan at 10:41"; empty where nobody said. */
    String source(DayColour day) {
        var name =
                switch (day.source()) {
                    case null -> "";
                    case "rte" -> texts.get("source.rte");
                    case "public" -> texts.get("source.public");
                    case "demo" -> texts.get("source.demo");
                    case "rule" -> texts.get("source.rule");
                    case String other -> other;
                };
        var at = day.fetchedAt();
        if (name.isEmpty()) {
            return "";
        }
        if (at == null || byRule(day)) {
            return texts.get("source.only", name);
        }
        var date = formats.shortDate(at.atZone(formats.zone()).toLocalDate());
        return texts.get("source.only", texts.get("source.told", name, date, formats.time(at)));
    }

    static boolean byRule(DayColour day) {
        return "rule".equals(day.source());
    }

    /** "1er août 2025", "1 August 2025". */
    String longDate(LocalDate date) {
        var text = DateTimeFormatter.ofPattern("d MMMM uuuu", formats.locale()).format(date);
        var first = date.getDayOfMonth() == 1 && formats.locale().getLanguage().equals("fr");
        return first ? "1er" + text.substring(1) : text;
    }

    /** "mardi 6 janvier". */
    String dayName(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", formats.locale()).format(date);
    }

    /** "6 janvier". */
    String dayOfMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM", formats.locale()).format(date);
    }

    /** "janv.". */
    String shortMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern("MMM", formats.locale()).format(date);
    }
}
