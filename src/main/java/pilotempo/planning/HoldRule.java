package pilotempo.planning;

import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;

/**
 * Whether a night without a charge is held. Energy kept for peak hours is worth more than in the
 * night; but a battery that is full in the morning lets the sun spill.
 */
record HoldRule(Situation situation) implements NightRule {
    @Override
    public NightIntent of(Night night) {
        return switch (situation.rules().hold()) {
            case ALWAYS ->
                    new NightIntent.Hold(
                            night.next().colour() == null
                                    ? Reasons.unknown(night, situation)
                                    : Reason.of("hold.always"));
            case NEVER ->
                    new NightIntent.Stay(
                            night.next().colour() == null
                                    ? Reasons.unknown(night, situation)
                                    : Reason.of("stay.never"));
            case AUTO -> wherePaying(night);
        };
    }

    private NightIntent wherePaying(Night night) {
        var next = night.next();
        var colour = next.colour();
        if (colour == null) {
            return new NightIntent.Hold(Reasons.unknown(night, situation));
        }
        if (colour != TempoColour.BLUE) {
            return new NightIntent.Hold(Reasons.holdBefore(night, colour));
        }
        if (next.status() != Status.CONFIRMED) {
            return new NightIntent.Hold(Reason.of("hold.provisional", next.date(), colour));
        }
        return Boolean.TRUE.equals(situation.house().sunFilled())
                ? new NightIntent.Stay(Reason.of("stay.sun", next.date(), colour))
                : new NightIntent.Hold(Reason.of("hold.nosun", next.date()));
    }
}
