package pilotempo.planning;

import java.time.Instant;
import java.util.List;
import pilotempo.planning.NightTrial.Way;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;

/**
 * Whether a night without a charge is held. Energy kept for peak hours is worth more than in the
 * night; but a battery that is full in the morning lets the sun spill. Before a red day it is held,
 * before a white one too unless the sun fills the batteries these days, before a blue one not while
 * it does. Between these money decides, where the house's last days are known ({@link NightTrial}).
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
        var sunFilled = situation.house().sunFilled();
        var trial =
                next.status() == Status.CONFIRMED
                        ? NightTrial.of(situation, night, packs, at)
                        : null;
        if (colour == TempoColour.WHITE) {
            return trial == null || Boolean.FALSE.equals(sunFilled)
                    ? new NightIntent.Hold(Reasons.holdBefore(night, colour))
                    : tried(trial, night, colour);
        }
        if (next.status() != Status.CONFIRMED) {
            return new NightIntent.Hold(Reason.of("hold.provisional", next.date(), colour));
        }
        if (Boolean.TRUE.equals(sunFilled)) {
            return new NightIntent.Stay(Reason.of("stay.sun", next.date(), colour));
        }
        if (trial != null) {
            return tried(trial, night, colour);
        }
        return sunFilled == null
                ? new NightIntent.Stay(Reason.of("stay.unknown", next.date(), colour))
                : new NightIntent.Hold(Reason.of("hold.nosun", next.date()));
    }

    private static NightIntent tried(NightTrial trial, Night night, TempoColour colour) {
        boolean holds = trial.packs().stream().anyMatch(Pack::holds);
        return trial.pays(Way.HOLD, Way.STAY, holds)
                ? new NightIntent.Hold(Reasons.holdPays(night, colour))
                : new NightIntent.Stay(Reasons.stayPays(night, colour));
    }
}
