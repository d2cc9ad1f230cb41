package pilotempo.tempo.source;

import java.time.LocalDate;
import java.util.List;

/** One API that tells colours. Used by one thread at a time. */
interface TempoSource {
    /** {@code rte} or {@code public}: what stands beside a colour as its source. */
    String name();

    /**
     * The colours of the Tempo days from {@code from} to {@code last}, both inclusive, as far as
     * they are told; a day that is not yet published, or that the source does not know, is absent.
     *
     * @throws TempoUnavailable if nothing could be learnt, and why
     */
    List<ToldColour> colours(LocalDate from, LocalDate last)
            throws TempoUnavailable, InterruptedException;
}
