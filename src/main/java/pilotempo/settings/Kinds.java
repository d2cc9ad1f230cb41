package pilotempo.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Numbers, durations and words. Out of range is refused, never clamped. */
final class Kinds {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|min|h)");
    private static final Pattern POWER = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?(k?)W");

    private Kinds() {}

    static Kind<Integer> integer(int least, int most) {
        return Kind.of(
                text -> {
                    if (!WHOLE.matcher(text).matches()) {
                        throw new BadValue("write a whole number from " + least + " to " + most);
                    }
                    var number = new BigInteger(text);
                    if (number.compareTo(BigInteger.valueOf(least)) < 0
                            || number.compareTo(BigInteger.valueOf(most)) > 0) {
                        throw new BadValue("it must be from " + least + " to " + most);
                    }
                    return number.intValueExact();
                });
    }

    /** EUR a kWh, decimal point. */
    static Kind<BigDecimal> price() {
        return Kind.of(
                text -> {
                    if (!DECIMAL.matcher(text).matches() || text.length() > 12) {
                        throw new BadValue("write EUR per kWh with a decimal point, as in 0.13");
                    }
                    var price = new BigDecimal(text);
                    if (price.signum() < 0 || price.compareTo(BigDecimal.TEN) > 0) {
                        throw new BadValue("it must be from 0 to 10 EUR per kWh");
                    }
                    return price;
                });
    }

    static Kind<Duration> duration(Duration least, Duration most) {
        return Kind.of(
                text -> {
                    if (WHOLE.matcher(text).matches()) {
                        throw new BadValue("the unit is missing, write " + text + "s for seconds");
                    }
                    var parts = DURATION.matcher(text);
                    if (!parts.matches()) {
                        throw new BadValue("write a duration, as in 500ms, 60s, 5m or 2h");
                    }
                    var duration = of(Long.parseLong(parts.group(1)), parts.group(2));
                    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                        throw new BadValue(
                                "it must be from " + written(least) + " to " + written(most));
                    }
                    return duration;
                });
    }

    /** The shortest spelling that {@link #duration} reads back. */
    static String written(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** W, written with its unit. */
    static Kind<Integer> power(int leastW, int mostW) {
        return Kind.of(
                text -> {
                    if (WHOLE.matcher(text).matches()) {
                        throw new BadValue("the unit is missing, write " + text + "W");
                    }
                    var parts = POWER.matcher(text);
                    if (!parts.matches()) {
                        throw new BadValue("write a power, as in 1000W or 1.2kW");
                    }
                    double watts =
                            Double.parseDouble(parts.group(1))
                                    * (parts.group(2).isEmpty() ? 1 : 1000);
                    if (watts != Math.rint(watts) || watts < leastW || watts > mostW) {
                        throw new BadValue(
                                "it must be whole watts from " + leastW + "W to " + mostW + "W");
                    }
                    return (int) watts;
                });
    }

    static Kind<Boolean> flag() {
        return word(List.of("true", "false")).map(Boolean::valueOf);
    }

    /** One of some words, whatever their case. */
    static Word word(List<String> words) {
        return new Word(words);
    }

    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        var constants = List.of(type.getEnumConstants());
        return word(constants.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList())
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    /** A choice of words. */
    record Word(List<String> words) {
        String parse(String text) throws BadValue {
            for (var word : words) {
                if (word.equalsIgnoreCase(text)) {
                    return word;
                }
            }
            var near = NearestWord.to(text, words).map(word -> ", did you mean " + word + "?");
            throw new BadValue("write " + joined() + near.orElse(""));
        }

        Kind<String> plain() {
            return Kind.of(this::parse);
        }

        <T> Kind<T> map(Function<String, T> made) {
            return Kind.of(text -> made.apply(parse(text)));
        }

        private String joined() {
            int last = words.size() - 1;
            return last == 0
                    ? words.getFirst()
                    : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
        }
    }

    /** Comma-separated words of a list. */
    static List<String> items(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
