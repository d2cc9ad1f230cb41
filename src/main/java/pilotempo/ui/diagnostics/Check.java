package pilotempo.ui.diagnostics;

import java.util.List;
import pilotempo.ui.component.Tone;

/**
 * One thing that was looked at.
 *
 * @param id of the battery, or {@link #RECORDING}, {@link #TEMPO}, {@link #SYNC} or {@link
 *     #TOGETHER}
 * @param tone {@code OK}, {@code PLAIN} (nothing to say yet), {@code ATTENTION} or {@code ERROR}
 * @param title what was looked at
 * @param finding the result in a few words
 * @param what what it means, sentences
 * @param steps what to do, in order; empty when there is nothing to do
 * @param facts what is known of it, name and value; may be empty
 * @param rest whether it is left alone for a while, or can be
 */
record Check(
        String id,
        Tone tone,
        String title,
        String finding,
        String what,
        List<String> steps,
        List<DiagnosticsState.Fact> facts,
        Rest rest) {
    /** Of a battery's rest test. */
    enum Rest {
        /** Not a battery, or not now. */
        NONE,
        /** Can be begun. */
        OFFERED,
        /** Runs, and can be ended. */
        RUNNING
    }

    /** No battery's id begins with a colon: the settings refuse it. */
    static final String RECORDING = ":recording";

    static final String TEMPO = ":tempo";

    static final String SYNC = ":sync";

    static final String TOGETHER = ":together";

    /** Without facts. */
    Check(String id, Tone tone, String title, String finding, String what, List<String> steps) {
        this(id, tone, title, finding, what, steps, List.of());
    }

    /** Of something that is no battery. */
    Check(
            String id,
            Tone tone,
            String title,
            String finding,
            String what,
            List<String> steps,
            List<DiagnosticsState.Fact> facts) {
        this(id, tone, title, finding, what, steps, facts, Rest.NONE);
    }

    boolean good() {
        return tone == Tone.OK;
    }
}
