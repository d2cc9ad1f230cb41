package pilotempo.ui.automation;

import pilotempo.ui.component.Tone;

/**
 * Something that the user is to know about the plan.
 *
 * @param what the fact
 * @param then what still holds and what to do; may be empty
 * @param remedy what can be done about it here
 */
record Notice(Tone tone, String what, String then, Remedy remedy) {
    /** What its button does. */
    enum Remedy {
        /** No button. */
        NONE,
        /** Lets the plan go on. */
        RESUME,
        /** Ends the trial day. */
        ACT,
        /** To the diagnostics. */
        DIAGNOSE,
        /** To the strategy's settings. */
        ADJUST
    }
}
