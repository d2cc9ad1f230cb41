package pilotempo.cost;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is in the batteries for later.
 *
 * @param wh energy that can be delivered, losses deducted; null while a level is unknown
 * @param worth what it will avoid at the peak price of {@code day}, EUR; null while unknown
 * @param day the Tempo day it will serve
 */
public record StoredEnergy(@Nullable Double wh, @Nullable BigDecimal worth, LocalDate day) {}
