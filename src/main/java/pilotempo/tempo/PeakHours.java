package pilotempo.tempo;

import java.time.LocalTime;

/**
 * An offer's peak hours, the same every day; the rest of the day is off-peak.
 *
 * @param from first local time of the peak hours
 * @param until their end, exclusive, later on the same day
 */
public record PeakHours(LocalTime from, LocalTime until) {
    /** Refuses an end that is not after the beginning. */
    public PeakHours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "peak hours end at " + until + ", not after " + from);
        }
    }

    /** The period at a local time. */
    public TempoPeriod at(LocalTime time) {
        return time.isBefore(from) || !time.isBefore(until) ? TempoPeriod.HC : TempoPeriod.HP;
    }
}
