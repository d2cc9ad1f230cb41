package pilotempo.polling;

/**
 * Requests of one round: each datagram that was sent counts, repeats too.
 *
 * @param sent how many
 * @param lost of them, not answered in time
 */
record Tally(int sent, int lost) {
    static final Tally NOTHING = new Tally(0, 0);

    /** Whether nothing at all was answered. */
    boolean missed() {
        return lost >= sent;
    }

    Tally with(Tally other) {
        return new Tally(sent + other.sent, lost + other.lost);
    }
}
