package pilotempo.settings;

/**
 * What one sort of setting takes.
 *
 * @param parser reads the text
 * @param ownsAuto whether {@code auto} is a value here, not a word for "not set"
 * @param secret whether messages must not show the value
 */
record Kind<T>(Parser<T> parser, boolean ownsAuto, boolean secret) {
    /** Reads a text. */
    interface Parser<T> {
        T parse(String text) throws BadValue;
    }

    static <T> Kind<T> of(Parser<T> parser) {
        return new Kind<>(parser, false, false);
    }

    Kind<T> owningAuto() {
        return new Kind<>(parser, true, secret);
    }

    Kind<T> hidden() {
        return new Kind<>(parser, ownsAuto, true);
    }
}
