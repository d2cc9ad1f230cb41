package pilotempo.live;

/** A sign that asking a battery hurts it, or that somebody else talks to it (API notes §e). */
public enum HarmSign {
    /** It no longer hears its CT meter. */
    METER_LOST,
    /** It has not heard its CT meter for long, and did before. */
    METER_GONE,
    /** Its mode is another, and nobody here ordered that. */
    MODE_FLIPPED,
    /** It answered, and fell silent altogether. */
    API_SILENT,
    /** It answers requests that are not ours. */
    FOREIGN_REPLIES,
    /** It loses much of what it is asked. */
    LOSSES
}
