package pilotempo.control;

/**
 * What a battery that was read back shows of a command.
 *
 * @param kind in one word
 * @param detail the same for people, fit to follow "it "; empty where there is nothing to add
 */
record Effect(Kind kind, String detail) {
    /** How it stands. */
    enum Kind {
        /** As it was told, as far as it tells. */
        DONE,
        /** The same, with less power than asked. */
        PARTLY,
        /** It does not tell its mode, and its power proves nothing. */
        UNTOLD,
        /** In another mode. */
        OTHER_MODE,
        /** In the mode, but its power does not follow. */
        NO_POWER,
        /** In the mode, with the power the other way round. */
        REVERSED
    }

    static Effect done(String detail) {
        return new Effect(Kind.DONE, detail);
    }

    boolean done() {
        return kind == Kind.DONE || kind == Kind.PARTLY;
    }
}
