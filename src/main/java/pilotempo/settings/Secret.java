package pilotempo.settings;

/** Something that must never reach a log, an export, a message or a screen. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
