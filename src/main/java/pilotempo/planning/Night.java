package pilotempo.planning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TariffView.Stretch;
import pilotempo.tempo.TempoPeriod;

/**
 * The off-peak hours at the end of a Tempo day. Clocks of meters drift, so a plan keeps a distance
 * to both ends.
 *
 * @param from when a plan may begin: 22:05 with EDF's hours
 * @param chargeUntil when every charge has ended: 05:50
 * @param until when the next day begins, or the off-peak hours end: 06:00
 * @param next the day that follows
 * @param peakUntil when the next day's peak hours end
 * @param peakPrice the next day's, EUR/kWh; null while unknown
 * @param price what charging costs at most, EUR/kWh; null while unknown
 * @param priceAfter the same of the night after the next day
 */
record Night(
        Instant from,
        Instant chargeUntil,
        Instant until,
        DayColour next,
        Instant peakUntil,
        @Nullable BigDecimal peakPrice,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceAfter) {
    private static final Duration AFTER_BEGIN = Duration.ofMinutes(5);
    private static final Duration BEFORE_END = Duration.ofMinutes(10);

    /** The date of the day that follows. */
    LocalDate nextDay() {
        return next.date();
    }

    boolean runsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Null where the day ends without off-peak hours that are worth it. */
    static @Nullable Night of(LocalDate day, List<Stretch> stretches) {
        var hours = lastOffPeak(day, stretches);
        var next = peak(day.plusDays(1), stretches);
        if (hours.isEmpty() || next == null) {
            return null;
        }
        var from = hours.getFirst().from().plus(AFTER_BEGIN);
        var until = hours.getLast().until();
        var chargeUntil = until.minus(BEFORE_END);
        return from.isBefore(chargeUntil)
                ? new Night(
                        from,
                        chargeUntil,
                        until,
                        next.day(),
                        next.until(),
                        next.eurPerKwh(),
                        dearest(hours),
                        dearest(lastOffPeak(day.plusDays(1), stretches)))
                : null;
    }

    private static List<Stretch> lastOffPeak(LocalDate day, List<Stretch> stretches) {
        var hours = new ArrayList<Stretch>();
        for (var stretch : stretches) {
            if (stretch.day().date().equals(day)) {
                if (stretch.period() == TempoPeriod.HP) {
                    hours.clear();
                } else {
                    hours.add(stretch);
                }
            }
        }
        return hours;
    }

    /** The peak hours of a day. */
    static @Nullable Stretch peak(LocalDate day, List<Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> stretch.day().date().equals(day))
                .filter(stretch -> stretch.period() == TempoPeriod.HP)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal dearest(List<Stretch> hours) {
        if (hours.stream().anyMatch(stretch -> stretch.eurPerKwh() == null)) {
            return null;
        }
        return hours.stream()
                .map(Stretch::eurPerKwh)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
