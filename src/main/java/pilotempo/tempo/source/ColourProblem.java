package pilotempo.tempo.source;

import java.time.Instant;

/**
 * Why colours could not be had from a source when it was last asked.
 *
 * @param source {@code rte} or {@code public}
 * @param kind what kind of problem, for words in the reader's language
 * @param sentence what happened and what to do, in English; holds no secret
 * @param at when
 */
public record ColourProblem(String source, Kind kind, String sentence, Instant at) {
    /** Kinds of problems. */
    public enum Kind {
        /** Credentials missing or refused, or the API not subscribed to. */
        UNAUTHORISED,
        /** Asked too often, by us or by everybody. */
        LIMITED,
        /** The server failed or refused the question. */
        SERVER,
        /** The answer is not what the API documents. */
        MALFORMED,
        /** No connection, or no whole answer in time. */
        UNREACHABLE,
        /** Not published yet: nothing is wrong. */
        NOT_YET
    }
}
