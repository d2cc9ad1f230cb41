package pilotempo.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one line, as places in its bytes, without the blanks and the quotes around them. A
 * doubled quote within quotes is one quote.
 */
final class CsvCells {
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private int count;
    private byte[] bytes = new byte[0];

    /** Splits a line, which stays as it is; false when its quotes don't match. */
    boolean split(byte[] line, int begin, int end) {
        bytes = line;
        count = 0;
        int at = begin;
        while (true) {
            while (at < end && isBlank(line[at])) {
                at++;
            }
            if (at < end && line[at] == '"') {
                at = quoted(at + 1, end);
                if (at < 0) {
                    return false;
                }
            } else {
                at = plain(at, end);
            }
            if (at == end) {
                return true;
            }
            at++;
        }
    }

    int count() {
        return count;
    }

    int begin(int cell) {
        return begins[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return begins[cell] == ends[cell];
    }

    byte[] bytes() {
        return bytes;
    }

    String text(int cell) {
        return new String(bytes, begins[cell], ends[cell] - begins[cell], StandardCharsets.UTF_8);
    }

    private int plain(int begin, int end) {
        int at = begin;
        while (at < end && bytes[at] != ',') {
            at++;
        }
        int last = at;
        while (last > begin && isBlank(bytes[last - 1])) {
            last--;
        }
        cell(begin, last);
        return at;
    }

    /** Returns where the cell's comma or the line's end is; -1 when the quotes don't match. */
    private int quoted(int begin, int end) {
        int to = begin;
        int at = begin;
        boolean moved = false;
        while (at < end) {
            if (bytes[at] == '"') {
                if (at + 1 == end || bytes[at + 1] != '"') {
                    break;
                }
                at++;
                if (!moved) {
                    moved = true;
                    bytes = Arrays.copyOf(bytes, end);
                }
            }
            if (moved) {
                bytes[to] = bytes[at];
            }
            to++;
            at++;
        }
        if (at == end) {
            return -1;
        }
        cell(begin, to);
        at++;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        return at == end || bytes[at] == ',' ? at : -1;
    }

    private void cell(int begin, int end) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        begins[count] = begin;
        ends[count] = end;
        count++;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
