package pilotempo.ui.automation;

import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tone;

/** What an action comes to. */
enum ActionKind {
    /** Into the battery. */
    CHARGE(Icon.DOWN, Tone.CHARGE),
    /** Held still at 0 W. */
    HOLD(Icon.EQUAL, Tone.IDLE),
    /** Out of the battery. */
    DELIVER(Icon.UP, Tone.DISCHARGE),
    /** The battery, the vendor or the user's program decides. */
    MODE(Icon.TUNE, Tone.PLAIN);

    @SuppressWarnings("ImmutableEnumChecker") // an enum with a glyph, which is one too
    private final Icon icon;

    private final Tone tone;

    ActionKind(Icon icon, Tone tone) {
        this.icon = icon;
        this.tone = tone;
    }

    static ActionKind of(PlannedAction action) {
        var power = action.powerW();
        if (power == null) {
            return MODE;
        }
        return power < 0 ? CHARGE : power == 0 ? HOLD : DELIVER;
    }

    Icon icon() {
        return icon;
    }

    Tone tone() {
        return tone;
    }
}
