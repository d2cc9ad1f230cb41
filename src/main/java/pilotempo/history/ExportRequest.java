package pilotempo.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;

/**
 * What to export.
 *
 * @param from begin, inclusive; null = the first reading
 * @param to end, exclusive; null = everything
 * @param batteries which, in the order of output within one instant; empty = all known
 * @param ids people's id of each MAC, for the column {@code battery}; a MAC without one is written
 *     itself
 * @param step how finely
 * @param format CSV or JSON
 */
public record ExportRequest(
        @Nullable Instant from,
        @Nullable Instant to,
        List<Mac> batteries,
        Map<Mac, String> ids,
        Step step,
        Format format) {
    /** Formats. */
    public enum Format {
        /** One line a row, header first. */
        CSV,
        /** One array of objects with the same names. */
        JSON
    }
}
