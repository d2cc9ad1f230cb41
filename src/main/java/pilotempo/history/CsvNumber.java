package pilotempo.history;

import java.nio.charset.StandardCharsets;

/**
 * A decimal number in ASCII: sign, digits, point, digits, exponent. Nothing else is a number here:
 * no NaN, no infinity, no hexadecimal, no decimal comma.
 */
final class CsvNumber {
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** So many digits are exact in a double, and so is their quotient by a power of ten. */
    private static final int EXACT_DIGITS = 15;

    private CsvNumber() {}

    /** The value; NaN for what is no number or too great for one. */
    static double parse(byte[] bytes, int begin, int end) {
        int at = begin;
        boolean negative = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = 0;
        boolean point = false;
        int first = at;
        for (; at < end; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                digits = 10 * digits + (b - '0');
                count++;
                decimals += point ? 1 : 0;
            } else if (b == '.' && !point) {
                point = true;
            } else {
                break;
            }
            if (count > EXACT_DIGITS) {
                return slowly(bytes, begin, first, end);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (at < end) {
            return slowly(bytes, begin, first, end);
        }
        double value = digits / POWERS[decimals];
        return negative ? 0.0 - value : value;
    }

    private static double slowly(byte[] bytes, int begin, int first, int end) {
        if (!isNumber(bytes, first, end)) {
            return Double.NaN;
        }
        double value =
                Double.parseDouble(
                        new String(bytes, begin, end - begin, StandardCharsets.US_ASCII));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Digits, at most one point, at least one digit, then perhaps an exponent. */
    private static boolean isNumber(byte[] bytes, int first, int end) {
        int at = first;
        int digits = 0;
        boolean point = false;
        while (at < end && (isDigit(bytes[at]) || (bytes[at] == '.' && !point))) {
            point |= bytes[at] == '.';
            digits += isDigit(bytes[at]) ? 1 : 0;
            at++;
        }
        if (digits == 0 || at == end) {
            return digits > 0;
        }
        if (bytes[at] != 'e' && bytes[at] != 'E') {
            return false;
        }
        at++;
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int exponent = at;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at == end && at > exponent;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
