package pilotempo.planning;

/**
 * The default: fills the batteries in the off-peak hours before a dear day, keeps them through
 * other nights where that pays, and leaves the day to the day mode (design §6).
 */
final class TempoStrategy implements Strategy {
    @Override
    public String name() {
        return "tempo";
    }

    @Override
    public Plan plan(Situation situation) {
        var holding = new HoldRule(situation);
        return Timeline.of(
                situation,
                name(),
                (night, packs, at) -> {
                    var colour = night.next().colour();
                    return colour != null && situation.rules().chargeFor().contains(colour)
                            ? new NightIntent.Charge(Reasons.charge(night, colour))
                            : holding.of(night, packs, at);
                });
    }
}
