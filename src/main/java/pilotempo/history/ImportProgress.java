package pilotempo.history;

import java.util.Locale;

/**
 * How far an import is.
 *
 * @param bytes of the file whose readings are durable
 * @param totalBytes length of the file
 * @param readings stored so far, or found to be there
 * @param readingsPerSecond since the begin
 */
public record ImportProgress(long bytes, long totalBytes, long readings, double readingsPerSecond) {
    /** From 0 to 1. */
    public double fraction() {
        return totalBytes <= 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
    }

    /** For a command line. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%3d %%, %,d readings, %,d a second",
                (int) (100 * fraction()),
                readings,
                Math.round(readingsPerSecond));
    }
}
