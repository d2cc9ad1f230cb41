package pilotempo.planning;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.NightTrial.Way;
import pilotempo.tempo.TempoColour;

/**
 * Charges in every night whose next day's peak price pays for the losses, and leaves the day to the
 * day mode. Where the last days would not have used the charge only the days that the user charges
 * for are prepared: what the grid filled, the sun can't.
 */
final class PeakShift implements Strategy {
    @Override
    public String name() {
        return "peak-shift";
    }

    @Override
    public Plan plan(Situation situation) {
        var holding = new HoldRule(situation);
        return Timeline.of(
                situation,
                name(),
                (night, packs, at) ->
                        intent(
                                night,
                                situation,
                                holding.of(night, packs, at),
                                () -> NightTrial.of(situation, night, packs, at)));
    }

    private static NightIntent intent(
            Night night,
            Situation situation,
            NightIntent holding,
            Supplier<@Nullable NightTrial> trial) {
        var colour = night.next().colour();
        var peak = night.peakPrice();
        var price = night.price();
        if (colour == null || peak == null || price == null) {
            return holding;
        }
        if (!pays(peak, price)) {
            return switch (holding) {
                case NightIntent.Hold _ ->
                        new NightIntent.Hold(
                                Reason.of("hold.spread", night.nextDay(), peak, price));
                case NightIntent other -> other;
            };
        }
        return chargeIsIdle(colour, situation, trial.get())
                ? holding
                : new NightIntent.Charge(Reason.of("charge.spread", night.nextDay(), peak, price));
    }

    private static boolean pays(BigDecimal peak, BigDecimal price) {
        return peak.multiply(Losses.ROUND_TRIP).compareTo(price) > 0;
    }

    /** Whether the next day would not use what is charged; those that the user names use it. */
    private static boolean chargeIsIdle(
            TempoColour colour, Situation situation, @Nullable NightTrial trial) {
        if (situation.rules().chargeFor().contains(colour)) {
            return false;
        }
        if (trial == null) {
            var sunFilled = situation.house().sunFilled();
            return sunFilled == null ? colour == TempoColour.BLUE : sunFilled;
        }
        boolean charges = trial.packs().stream().anyMatch(pack -> pack.chargeW() > 0);
        return !trial.pays(Way.CHARGE, Way.HOLD, charges)
                || !trial.pays(Way.CHARGE, Way.STAY, charges);
    }
}
