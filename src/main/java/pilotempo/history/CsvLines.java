package pilotempo.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A file's lines as bytes, without their ends (LF or CRLF) and without a byte order mark. A line
 * ends where it ends: quotes do not carry it over to the next, so that one stray quote costs one
 * line.
 */
final class CsvLines {
    private static final int BUFFER = 1 << 18;
    private static final int LONGEST = 1 << 24;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;
    private int next;
    private int filled;
    private long number;
    private long before;
    private boolean ended;

    CsvLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        int at = next;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                line(at, at + 1);
                return true;
            }
            if (ended) {
                if (next == filled) {
                    return false;
                }
                line(filled, filled);
                return true;
            }
            int scanned = at - next;
            fill();
            at = next + scanned;
        }
    }

    /** The line's bytes are here from {@link #begin} to {@link #end}, until the next one. */
    byte[] bytes() {
        return buffer;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** Bytes of the file up to this line's end. */
    long position() {
        return before + next;
    }

    boolean isBlank() {
        for (int i = begin; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void line(int stop, int following) {
        begin = next;
        end = stop > begin && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        next = following;
        number++;
        if (number == 1 && startsWithMark()) {
            begin += 3;
        }
    }

    private boolean startsWithMark() {
        return end - begin >= 3
                && buffer[begin] == (byte) 0xEF
                && buffer[begin + 1] == (byte) 0xBB
                && buffer[begin + 2] == (byte) 0xBF;
    }

    private void fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            before += next;
            next = 0;
        } else if (filled == buffer.length) {
            if (filled >= LONGEST) {
                throw new ImportRefused(
                        "Line "
                                + (number + 1)
                                + " has no end: this is not a CSV file of readings.");
            }
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }
}
