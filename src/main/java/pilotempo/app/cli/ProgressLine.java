package pilotempo.app.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Progress of long work on standard error: a line each ten per cent, and one at the end. */
final class ProgressLine {
    private static final int STEP = 10;

    private final PrintWriter err;
    private final String what;
    private int told;

    ProgressLine(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    /** So many bytes of so many. */
    void bytes(long done, long total) {
        if (total <= 0) {
            return;
        }
        int percent = (int) Math.min(100, 100 * done / total);
        if (percent >= told + STEP && percent < 100) {
            told = percent - percent % STEP;
            err.println(what + ": " + told + " % of " + megabytes(total));
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
