package pilotempo.planning;

import java.math.BigDecimal;
import pilotempo.tempo.TempoColour;

/**
 * Charges in every night whose next day's peak price pays for the losses, and leaves the day to the
 * day mode. Where the sun fills the batteries only the days that the user charges for are prepared:
 * what the grid filled, the sun can't.
 */
final class PeakShift implements Strategy {
    @Override
    public String name() {
        return "peak-shift";
    }

    @Override
    public Plan plan(Situation situation) {
        var holding = new HoldRule(situation);
        return Timeline.of(situation, name(), night -> intent(night, situation, holding));
    }

    private static NightIntent intent(Night night, Situation situation, HoldRule holding) {
        var colour = night.next().colour();
        var peak = night.peakPrice();
        var price = night.price();
        if (colour == null || peak == null || price == null) {
            return holding.of(night);
        }
        if (!pays(peak, price)) {
            return switch (holding.of(night)) {
                case NightIntent.Hold _ ->
                        new NightIntent.Hold(
                                Reason.of("hold.spread", night.nextDay(), peak, price));
                case NightIntent other -> other;
            };
        }
        return sunny(colour, situation)
                ? holding.of(night)
                : new NightIntent.Charge(Reason.of("charge.spread", night.nextDay(), peak, price));
    }

    private static boolean pays(BigDecimal peak, BigDecimal price) {
        return peak.multiply(Losses.ROUND_TRIP).compareTo(price) > 0;
    }

    private static boolean sunny(TempoColour colour, Situation situation) {
        return Boolean.TRUE.equals(situation.house().sunFilled())
                && !situation.rules().chargeFor().contains(colour);
    }
}
