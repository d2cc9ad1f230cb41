package pilotempo.marstek;

/**
 * What happened on a line since the program started.
 *
 * @param sent requests sent
 * @param answered requests answered in time, errors included
 * @param late replies to requests that had timed out
 * @param doubled further replies to requests already answered
 * @param foreign replies to ids that were never ours: another program talks to the battery
 * @param garbage datagrams from the battery that are no reply
 * @param strangers replies that bear another battery's MAC
 * @param orders writes sent
 */
public record LineCounts(
        long sent,
        long answered,
        long late,
        long doubled,
        long foreign,
        long garbage,
        long strangers,
        long orders) {
    /** Nothing yet. */
    public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0, 0, 0);
}
