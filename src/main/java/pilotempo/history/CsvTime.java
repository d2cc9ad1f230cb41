package pilotempo.history;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An instant in ISO 8601, {@code 2026-01-05T18:42:00.123Z}: with Z or an offset, seconds and
 * fraction may be missing, digits beyond milliseconds are cut. One line after the other has the
 * same day, which is remembered. Not thread-safe.
 */
final class CsvTime {
    /** What is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DATE = 10;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int lastDate = -1;
    private long lastDay;

    /** Epoch milliseconds, or {@link #NONE}. */
    long parse(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
        if (end - at < DATE + 1 || byteAt(at + 4) != '-' || byteAt(at + 7) != '-') {
            return NONE;
        }
        long day = day(digits(4, '-'), digits(2, '-'), digits(2, 'T'));
        int hour = digits(2, ':');
        int minute = digits(2, (char) 0);
        if (day == NONE || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NONE;
        }
        int millis = 0;
        if (byteAt(at) == ':') {
            at++;
            int second = digits(2, (char) 0);
            int fraction = byteAt(at) == '.' ? fraction() : 0;
            if (second < 0 || second > 59 || fraction < 0) {
                return NONE;
            }
            millis = second * 1000 + fraction;
        }
        int offset = offsetMinutes();
        return offset == Integer.MIN_VALUE || at != end
                ? NONE
                : (day * 1440 + hour * 60L + minute - offset) * 60_000 + millis;
    }

    private long day(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return NONE;
        }
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            if (day > YearMonth.of(year, month).lengthOfMonth()) {
                return NONE;
            }
            lastDay = LocalDate.of(year, month, day).toEpochDay();
            lastDate = date;
        }
        return lastDay;
    }

    /** So many digits and, unless it is 0, the sign behind them; −1 if they are not there. */
    private int digits(int count, char sign) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = byteAt(at++) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return sign == 0 || byteAt(at++) == sign ? value : -1;
    }

    private int fraction() {
        at++;
        int value = 0;
        int count = 0;
        while (byteAt(at) >= '0' && byteAt(at) <= '9') {
            if (count < 3) {
                value = 10 * value + byteAt(at) - '0';
            }
            count++;
            at++;
        }
        return count == 0 || count > 9
                ? -1
                : count == 1 ? 100 * value : count == 2 ? 10 * value : value;
    }

    private int offsetMinutes() {
        int sign = byteAt(at++);
        if (sign == 'Z') {
            return 0;
        }
        if (sign != '+' && sign != '-') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(2, (char) 0);
        int minutes = 0;
        if (at < end) {
            at += byteAt(at) == ':' ? 1 : 0;
            minutes = digits(2, (char) 0);
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return sign == '-' ? -(60 * hours + minutes) : 60 * hours + minutes;
    }

    private int byteAt(int place) {
        return place < end ? bytes[place] : -1;
    }
}
