package pilotempo.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in the batteries for later.
 *
 * @param wh energy that can be delivered, losses deducted; null while no level is known
 * @param worth what it will avoid at the peak price of {@code day}, EUR; null while unknown
 * @param day the Tempo day it will serve
 * @param leftOut ids of batteries whose level is not known now; not in the sum
 */
public record StoredEnergy(
        @Nullable Double wh, @Nullable BigDecimal worth, LocalDate day, List<String> leftOut) {
    /** Copies the list. */
    public StoredEnergy {
        leftOut = List.copyOf(leftOut);
    }
}
