package pilotempo.automation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.Facts;
import pilotempo.tempo.TempoClock;

/**
 * Which batteries were full in this night: those whose BMS took no more, and those that had reached
 * their target. Kept as facts, so that a level that sinks by a point is not charged again and
 * again.
 */
final class Fullness {
    /** From this level on a battery that takes nothing is full (design §6). */
    static final double LEAST_PCT = 92;

    private static final Logger LOG = LoggerFactory.getLogger(Fullness.class);
    private static final String PREFIX = "full.";
    private static final double MAY_SINK = 3;

    private final Facts facts;
    private final TempoClock clock;

    Fullness(Facts facts, TempoClock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    void reached(Mac battery, double socPct, Instant now) {
        if (!is(battery, socPct, now)) {
            facts.keep(PREFIX + battery.hex(), now + " " + Math.round(socPct));
        }
    }

    /** Whether it was full in the Tempo day that runs, and still is, nearly. */
    boolean is(Mac battery, @Nullable Double socPct, Instant now) {
        return noted(battery)
                .filter(note -> clock.dayOf(note.at()).equals(clock.dayOf(now)))
                .filter(note -> socPct == null || socPct >= note.socPct() - MAY_SINK)
                .isPresent();
    }

    /** Whether it was full in the Tempo day that runs or in the one before. */
    boolean lately(Mac battery, Instant now) {
        return noted(battery)
                .filter(note -> !clock.dayOf(note.at()).isBefore(clock.dayOf(now).minusDays(1)))
                .isPresent();
    }

    private record Note(Instant at, double socPct) {}

    private Optional<Note> noted(Mac battery) {
        var kept = facts.get(PREFIX + battery.hex());
        try {
            return kept.map(text -> text.split(" ", 2))
                    .filter(words -> words.length == 2)
                    .map(words -> new Note(Instant.parse(words[0]), Double.parseDouble(words[1])));
        } catch (DateTimeParseException | NumberFormatException foreign) {
            LOG.warn("The fact {}{} says '{}'", PREFIX, battery, kept.orElse(""));
            return Optional.empty();
        }
    }
}
