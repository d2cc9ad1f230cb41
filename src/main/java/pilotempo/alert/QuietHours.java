package pilotempo.alert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * Hours in which only what costs money is told, by the local clock, over midnight too. Where both
 * ends are the same there are none.
 */
record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
    /** Reads {@code HH:MM-HH:MM}, as the settings have checked it. */
    static QuietHours of(String words, ZoneId zone) {
        return new QuietHours(
                LocalTime.parse(words.substring(0, 5)), LocalTime.parse(words.substring(6)), zone);
    }

    boolean at(Instant instant) {
        return !from.equals(until) && quiet(instant.atZone(zone).toLocalTime());
    }

    /** The instant itself where it is not quiet, else the end of the quiet. */
    Instant after(Instant instant) {
        if (!at(instant)) {
            return instant;
        }
        var date = instant.atZone(zone).toLocalDate();
        return Stream.of(date, date.plusDays(1))
                .flatMap(day -> ends(day.atTime(until)))
                .filter(end -> end.isAfter(instant))
                .findFirst()
                .orElse(instant);
    }

    /** In an autumn night a time comes twice, in a spring night the clocks may skip it. */
    private Stream<Instant> ends(LocalDateTime end) {
        var rules = zone.getRules();
        var skipped = rules.getTransition(end);
        return skipped != null && skipped.isGap()
                ? Stream.of(skipped.getInstant())
                : rules.getValidOffsets(end).stream().map(end::toInstant);
    }

    private boolean quiet(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
