package pilotempo.planning;

import java.time.Instant;
import java.util.List;
import pilotempo.planning.NightTrial.Way;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;

/**
 * Whether a night without a charge is held. Energy kept for peak hours is worth more than in the
 * night; but a battery that is full in the morning lets the sun spill. Where the house's last days
 * are known money decides ({@link NightTrial}); before a red day nothing else counts.
 */
record HoldRule(Situation situation) implements NightRule {
    @Override
    public NightIntent of(Night night, List<Pack> packs, Instant at) {
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
            case AUTO -> wherePaying(night, packs, at);
        };
    }

    private NightIntent wherePaying(Night night, List<Pack> packs, Instant at) {
        var next = night.next();
        var colour = next.colour();
        if (colour == null) {
            return new NightIntent.Hold(Reasons.unknown(night, situation));
        }
        if (colour == TempoColour.RED) {
            return new NightIntent.Hold(Reasons.holdBefore(night, colour));
        }
        if (next.status() == Status.CONFIRMED) {
            var trial = NightTrial.of(situation, night, packs, at);
            if (trial != null) {
                return tried(trial, night, colour);
            }
        }
        if (colour != TempoColour.BLUE) {
            return new NightIntent.Hold(Reasons.holdBefore(night, colour));
        }
        if (next.status() != Status.CONFIRMED) {
            return new NightIntent.Hold(Reason.of("hold.provisional", next.date(), colour));
        }
        var sunFilled = situation.house().sunFilled();
        if (sunFilled == null) {
            return new NightIntent.Stay(Reason.of("stay.unknown", next.date(), colour));
        }
        return sunFilled
                ? new NightIntent.Stay(Reason.of("stay.sun", next.date(), colour))
                : new NightIntent.Hold(Reason.of("hold.nosun", next.date()));
    }

    private static NightIntent tried(NightTrial trial, Night night, TempoColour colour) {
        boolean holds = trial.packs().stream().anyMatch(Pack::holds);
        return trial.pays(Way.HOLD, Way.STAY, holds)
                ? new NightIntent.Hold(Reasons.holdPays(night, colour))
                : new NightIntent.Stay(Reasons.stayPays(night, colour));
    }
}
