package pilotempo.live;

/** The state of a battery's link in one word; the window and {@code doctor} say what to do. */
public enum Diagnosis {
    /** Nothing asked yet. */
    STARTING,
    /** Answers as it should. */
    GOOD,
    /** Answers, but loses much. */
    LOSSY,
    /** Another program talks to it, or it is asked too fast. */
    BUSY,
    /** Answered before, silent now: its API switched itself off, or the battery hangs. */
    SILENT,
    /** Never answered in this run: off the network, API off or wrong port. */
    UNREACHABLE,
    /** Another battery answers at its address. */
    STRANGER,
    /** Its host name does not resolve. */
    UNRESOLVED,
    /** Known by MAC only and not found yet. */
    NOT_FOUND
}
