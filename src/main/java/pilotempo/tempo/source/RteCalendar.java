package pilotempo.tempo.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import pilotempo.tempo.TempoColour;

/**
 * Reads RTE's calendars: values newest first, each day known by the local date of its start, some
 * without a colour.
 */
final class RteCalendar {
    private RteCalendar() {}

    /** The days from {@code from} to {@code last}, inclusive, that have a colour. */
    static List<ToldColour> read(JsonHttp.Answer answer, LocalDate from, LocalDate last)
            throws TempoUnavailable {
        var values = answer.json().path("tempo_like_calendars").path("values");
        if (!values.isArray()) {
            throw answer.malformed("holds no Tempo calendar");
        }
        var days = new TreeMap<LocalDate, ToldColour>();
        int unread = 0;
        for (var value : values) {
            if (value.path("value").isMissingNode() || value.path("value").isNull()) {
                continue;
            }
            var day = day(value);
            if (day.isEmpty()) {
                unread++;
            } else if (!day.get().date().isBefore(from) && !day.get().date().isAfter(last)) {
                days.putIfAbsent(day.get().date(), day.get());
            }
        }
        if (days.isEmpty() && unread > 0) {
            throw answer.malformed("holds days that can't be read");
        }
        return List.copyOf(days.values());
    }

    private static Optional<ToldColour> day(JsonNode value) {
        try {
            return Optional.of(
                    new ToldColour(
                            OffsetDateTime.parse(value.path("start_date").asText()).toLocalDate(),
                            TempoColour.valueOf(value.path("value").asText()),
                            value.path("fallback").asBoolean()));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
