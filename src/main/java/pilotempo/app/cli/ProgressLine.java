package pilotempo.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import pilotempo.lifecycle.Ticker;
import pilotempo.lifecycle.Time;

/** Progress of long work on standard error: a line every few seconds, and one at the end. */
final class ProgressLine {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final PrintWriter err;
    private final String what;
    private final Ticker ticker;
    private long told;

    ProgressLine(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        ticker = Time.system().ticker();
        told = ticker.nanos();
    }

    /** So many bytes of so many. */
    void bytes(long done, long total) {
        bytes(done, total, "");
    }

    /** So many bytes of so many, and more words. */
    void bytes(long done, long total, String more) {
        long now = ticker.nanos();
        if (total > 0 && now - told >= EVERY.toNanos()) {
            told = now;
            err.println(
                    what
                            + ": "
                            + Math.min(100, 100 * done / total)
                            + " % of "
                            + megabytes(total)
                            + more);
            err.flush();
        }
    }

    /** So many days of so many. */
    void days(long done, long all) {
        long now = ticker.nanos();
        if (all > 0 && now - told >= EVERY.toNanos()) {
            told = now;
            err.println(what + ": " + done + " of " + all + " days");
            err.flush();
        }
    }

    /** The last line. */
    void end(String line) {
        err.println(line);
        err.flush();
    }

    /** "3.4 MB". */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
