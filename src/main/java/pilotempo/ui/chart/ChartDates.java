package pilotempo.ui.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import pilotempo.ui.component.Formats;

/** Short dates on charts. */
final class ChartDates {
    private ChartDates() {}

    /** "20 juil." */
    static String day(LocalDate date, Formats formats) {
        return DateTimeFormatter.ofPattern("d MMM", formats.locale()).format(date);
    }

    /** "lun. 5 janv., 19:15". */
    static String dateAndTime(Instant instant, Formats formats) {
        var date = instant.atZone(formats.zone()).toLocalDate();
        return formats.shortDate(date) + ", " + formats.time(instant);
    }

    /** "5 janv. 19:15". */
    static String dayAndTime(Instant instant, Formats formats) {
        return day(instant.atZone(formats.zone()).toLocalDate(), formats)
                + " "
                + formats.time(instant);
    }
}
