package pilotempo.app.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads spans of time on the command line: {@code 2h}, {@code 90m}, {@code 1h30m}, {@code 45s}. */
final class Spans {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern PARTS = Pattern.compile("(?:\\d{1,6}\\s*(?:h|min|m|s)\\s*)+");
    private static final Pattern PART = Pattern.compile("(\\d{1,6})\\s*(h|min|m|s)");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "h", Duration.ofHours(1),
                    "min", Duration.ofMinutes(1),
                    "m", Duration.ofMinutes(1),
                    "s", Duration.ofSeconds(1));

    private Spans() {}

    /** A span above 0 and of at most 24 h. */
    static Duration parse(String option, String text) throws CommandProblem {
        var bare = text.strip().toLowerCase(Locale.ROOT);
        if (!PARTS.matcher(bare).matches()) {
            throw CommandProblem.wrong(
                    option + " '" + text + "' is not a duration: write 2h, 90m, 1h30m or 45s");
        }
        var sum = Duration.ZERO;
        var part = PART.matcher(bare);
        while (part.find()) {
            sum =
                    sum.plus(
                            UNITS.getOrDefault(part.group(2), Duration.ZERO)
                                    .multipliedBy(Long.parseLong(part.group(1))));
        }
        if (sum.isZero() || sum.compareTo(LONGEST) > 0) {
            throw CommandProblem.wrong(option + " takes more than 0 and at most 24h, not " + text);
        }
        return sum;
    }
}
