package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.tempo.TempoColour;

/**
 * Something that an alert's sentence needs: kept as text that no language is in, and told in the
 * reader's language later.
 */
sealed interface Arg {
    /** People's id of a battery. */
    record Battery(String id) implements Arg {}

    /** A calendar or Tempo day. */
    record Day(LocalDate date) implements Arg {}

    /** A day's colour. */
    record Colour(TempoColour colour) implements Arg {
        /** The first among what was kept. */
        static Optional<TempoColour> firstOf(List<String> kept) {
            return kept.stream()
                    .map(Arg::of)
                    .filter(Colour.class::isInstance)
                    .map(arg -> ((Colour) arg).colour())
                    .findFirst();
        }
    }

    /** An instant. */
    record Moment(Instant at) implements Arg {}

    /** How long. */
    record Span(Duration duration) implements Arg {}

    /** A number with its unit; null = unknown. */
    record Amount(Unit unit, @Nullable Double value) implements Arg {}

    /** An operating mode. */
    record Mode(OperatingMode mode) implements Arg {}

    /**
     * What a battery was told.
     *
     * @param watts of a Passive: negative charges; null = a mode without a power
     */
    record Order(OperatingMode mode, @Nullable Integer watts) implements Arg {}

    /** Ids of batteries. */
    record Names(List<String> ids) implements Arg {
        /** Copies. */
        public Names {
            ids = List.copyOf(ids);
        }
    }

    /** Levels by battery id, per cent; null = unknown. */
    record Levels(Map<String, @Nullable Integer> percents) implements Arg {
        /** Copies, in order of the ids. */
        public Levels {
            percents = Collections.unmodifiableMap(new TreeMap<>(percents));
        }
    }

    /** Which of several sentences is meant; not told itself. */
    record Variant(String key) implements Arg {}

    /** Words of somebody else, as they are. */
    record Text(String words) implements Arg {}

    /** Units. */
    enum Unit {
        COUNT,
        PERCENT,
        CELSIUS,
        WATT_HOURS,
        WATTS,
        KVA,
        BYTES,
        EURO
    }

    static Arg percent(@Nullable Double value) {
        return new Amount(Unit.PERCENT, value);
    }

    static Arg count(int value) {
        return new Amount(Unit.COUNT, (double) value);
    }

    /** As it is kept. */
    default String kept() {
        return switch (this) {
            case Battery it -> "b:" + it.id();
            case Day it -> "d:" + it.date();
            case Colour it -> "c:" + it.colour();
            case Moment it -> "i:" + it.at();
            case Span it -> "l:" + it.duration();
            case Amount it -> "n:" + it.unit() + (it.value() == null ? "" : " " + it.value());
            case Levels it ->
                    "g:"
                            + it.percents().entrySet().stream()
                                    .map(level -> level.getKey() + "=" + kept(level.getValue()))
                                    .collect(Collectors.joining(" "));
            case Mode it -> "m:" + it.mode();
            case Order it -> "o:" + it.mode() + (it.watts() == null ? "" : " " + it.watts());
            case Names it -> "w:" + String.join(" ", it.ids());
            case Variant it -> "v:" + it.key();
            case Text it -> "s:" + it.words();
        };
    }

    private static String kept(@Nullable Integer percent) {
        return percent == null ? "" : percent.toString();
    }

    /** What was kept; what another version of the program wrote and this can't read is text. */
    static Arg of(String kept) {
        var rest = kept.length() < 2 ? kept : kept.substring(2);
        try {
            return switch (kept.length() < 2 ? "" : kept.substring(0, 2)) {
                case "b:" -> new Battery(rest);
                case "d:" -> new Day(LocalDate.parse(rest));
                case "c:" -> new Colour(TempoColour.valueOf(rest));
                case "i:" -> new Moment(Instant.parse(rest));
                case "l:" -> new Span(Duration.parse(rest));
                case "n:" -> amount(rest);
                case "g:" -> levels(rest);
                case "m:" -> new Mode(OperatingMode.valueOf(rest));
                case "o:" -> order(rest);
                case "w:" -> new Names(rest.isEmpty() ? List.of() : List.of(rest.split(" ")));
                case "v:" -> new Variant(rest);
                default -> new Text(rest);
            };
        } catch (IllegalArgumentException | DateTimeParseException strange) {
            return new Text(rest);
        }
    }

    private static Arg levels(String text) {
        var levels = new TreeMap<String, @Nullable Integer>();
        for (var level : text.isEmpty() ? new String[0] : text.split(" ")) {
            int equals = level.lastIndexOf('=');
            var percent = level.substring(equals + 1);
            levels.put(
                    level.substring(0, Math.max(0, equals)),
                    percent.isEmpty() ? null : Integer.valueOf(percent));
        }
        return new Levels(levels);
    }

    private static Arg order(String text) {
        var parts = text.split(" ", 2);
        return new Order(
                OperatingMode.valueOf(parts[0]),
                parts.length < 2 ? null : Integer.valueOf(parts[1]));
    }

    private static Arg amount(String text) {
        var parts = text.split(" ", 2);
        return new Amount(
                Unit.valueOf(parts[0]), parts.length < 2 ? null : Double.valueOf(parts[1]));
    }
}
