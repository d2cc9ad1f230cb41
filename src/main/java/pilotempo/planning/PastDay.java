package pilotempo.planning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pilotempo.tempo.TempoColour;

/**
 * A Tempo day of which colour, prices and house are known.
 *
 * @param date its date
 * @param colour its colour
 * @param quarters all of its quarters of an hour, in order
 */
record PastDay(LocalDate date, TempoColour colour, List<Quarter> quarters) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** A day with more of the house unknown is left out; less is filled with the day's mean. */
    private static final double MOST_UNKNOWN = 0.1;

    /**
     * A quarter of an hour, or the part of it that has one price.
     *
     * @param netW what the house draws without batteries on average, W; negative = gives
     * @param eurPerKwh price
     */
    record Quarter(Instant begin, Instant end, double netW, BigDecimal eurPerKwh) {
        double hours() {
            return Duration.between(begin, end).toMillis() / 3_600_000.0;
        }
    }

    /** Empty where too little is known. */
    static Optional<PastDay> of(LocalDate date, BacktestSetup setup, PastHouse house) {
        var from = setup.clock().startOf(date);
        var until = setup.clock().endOf(date);
        var quarters = new ArrayList<Quarter>();
        TempoColour colour = null;
        var mean = mean(from, until, house);
        for (var stretch : setup.tariff().stretches(from, until)) {
            var price = stretch.eurPerKwh();
            colour = stretch.day().colour();
            if (colour == null || price == null || mean.isEmpty()) {
                return Optional.empty();
            }
            for (var at = stretch.from(); at.isBefore(stretch.until()); ) {
                var begin = quarterOf(at);
                var next = begin.plus(QUARTER);
                var end = next.isBefore(stretch.until()) ? next : stretch.until();
                double wh = house.netWh(begin).orElse(mean.getAsDouble());
                quarters.add(new Quarter(at, end, wh * 4, price));
                at = end;
            }
        }
        return colour == null ? Optional.empty() : Optional.of(new PastDay(date, colour, quarters));
    }

    static Instant quarterOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 900) * 900);
    }

    private static OptionalDouble mean(Instant from, Instant until, PastHouse house) {
        double sum = 0;
        int known = 0;
        int all = 0;
        for (var at = from; at.isBefore(until); at = at.plus(QUARTER)) {
            var net = house.netWh(at);
            all++;
            if (net.isPresent()) {
                known++;
                sum += net.getAsDouble();
            }
        }
        return known >= all * (1 - MOST_UNKNOWN)
                ? OptionalDouble.of(sum / known)
                : OptionalDouble.empty();
    }
}
