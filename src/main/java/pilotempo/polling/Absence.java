package pilotempo.polling;

/**
 * Tells a battery that is away from one that answers badly: rounds without any answer, three or
 * more in a row, are an absence, and what was lost in them says nothing of the link. Fewer are
 * losses like others, known as such with the next answer. Not thread-safe.
 */
final class Absence {
    /** Two rounds in a row are missed by chance where two of three requests are lost. */
    static final int AWAY_AFTER_ROUNDS = 3;

    private int missedRounds;
    private Tally pending = Tally.NOTHING;

    /** Takes in a round; gives what is now known to have been sent to a battery that is there. */
    Tally round(Tally round) {
        if (round.missed()) {
            missedRounds++;
            pending = pending.with(round);
            return Tally.NOTHING;
        }
        var known = missedRounds < AWAY_AFTER_ROUNDS ? pending.with(round) : round;
        missedRounds = 0;
        pending = Tally.NOTHING;
        return known;
    }

    /** Rounds in a row without any answer. */
    int missedRounds() {
        return missedRounds;
    }
}
