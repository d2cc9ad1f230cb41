package pilotempo.history;

import java.util.Locale;

/**
 * How far an import is.
 *
 * @param bytes of the file whose readings are durable
 * @param totalBytes length of the file
 * @param lines lines read so far
 * @param linesPerSecond since the begin
 */
public record ImportProgress(long bytes, long totalBytes, long lines, double linesPerSecond) {
    /** From 0 to 1. */
    public double fraction() {
        return totalBytes <= 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
    }

    /** For a command line. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%3d %%, %,d lines, %,d lines/s",
                (int) (100 * fraction()),
                lines,
                Math.round(linesPerSecond));
    }
}
