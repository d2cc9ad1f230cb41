package pilotempo.history;

import java.util.Map;
import pilotempo.battery.Mac;

/**
 * What an import needs to know.
 *
 * @param ids batteries by people's id, for the column {@code battery}; a MAC is always understood
 */
public record ImportRequest(Map<String, Mac> ids) {
    /** Copies the map. */
    public ImportRequest {
        ids = Map.copyOf(ids);
    }
}
