package pilotempo.settings;

/** A text that is not what a setting takes; the message says what it takes. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    BadValue(String message) {
        super(message);
    }
}
