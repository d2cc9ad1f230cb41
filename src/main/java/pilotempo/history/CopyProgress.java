package pilotempo.history;

/**
 * How far a copy is.
 *
 * @param done bytes written
 * @param total bytes of the original; a packed copy ends below
 */
public record CopyProgress(long done, long total) {}
