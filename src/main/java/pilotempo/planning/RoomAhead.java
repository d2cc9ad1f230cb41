package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a house leaves for charging from a moment on.
 *
 * @param from the moment
 * @param hours parts of it, in order
 */
record RoomAhead(Instant from, List<Part> hours) {
    private static final double ROUNDING_WH = 1e-6;

    /**
     * A part of one local hour.
     *
     * @param hours how long
     * @param roomW what all charging together may draw
     */
    record Part(double hours, double roomW) {}

    static RoomAhead of(Instant from, Instant until, ToDoubleFunction<Instant> roomW) {
        var parts = new ArrayList<Part>();
        for (var at = from; at.isBefore(until); ) {
            var hour = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            var end = hour.isBefore(until) ? hour : until;
            double hours = Duration.between(at, end).toSeconds() / 3600.0;
            parts.add(new Part(hours, roomW.applyAsDouble(at)));
            at = end;
        }
        return new RoomAhead(from, parts);
    }

    /**
     * The lowest power that gives an amount of energy, throttled where the room is less, W; without
     * end where there is not enough room.
     *
     * @param share of the room that is free for it, 0 to 1
     */
    double powerW(double wh, double share) {
        double power = 0;
        for (double missing = wh; missing > ROUNDING_WH; missing = wh - givenWh(power, share)) {
            double free = freeHours(power, share);
            if (free <= 0) {
                return Double.POSITIVE_INFINITY;
            }
            power += missing / free;
        }
        return power;
    }

    private double givenWh(double powerW, double share) {
        return hours.stream()
                .mapToDouble(part -> Math.min(powerW, part.roomW() * share) * part.hours())
                .sum();
    }

    private double freeHours(double powerW, double share) {
        return hours.stream()
                .filter(part -> part.roomW() * share > powerW)
                .mapToDouble(Part::hours)
                .sum();
    }
}
