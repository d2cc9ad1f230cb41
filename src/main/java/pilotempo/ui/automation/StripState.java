package pilotempo.ui.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.PlannedAction;
import pilotempo.tempo.TempoColour;

/**
 * The next 36 hours, ready to draw.
 *
 * @param now where the line stands; what is before it is hatched
 * @param days stretches of one Tempo day
 * @param prices stretches of one price
 * @param lanes one a battery, in the fleet's order
 * @param targetPct where a charge ends; null = no line
 * @param reservePct below which a battery delivers nothing; null = not known
 */
record StripState(
        Span span,
        Instant now,
        List<Day> days,
        List<Price> prices,
        List<Lane> lanes,
        @Nullable Integer targetPct,
        @Nullable Integer reservePct) {
    StripState {
        days = List.copyOf(days);
        prices = List.copyOf(prices);
        lanes = List.copyOf(lanes);
    }

    /**
     * A Tempo day's part of the span.
     *
     * @param colour null = unknown
     * @param word as on a chip, "Rouge ?" while provisional
     * @param letter the same where there is no room
     */
    record Day(
            Instant from,
            Instant until,
            LocalDate date,
            @Nullable TempoColour colour,
            boolean provisional,
            String word,
            String letter) {}

    /**
     * A stretch of one price.
     *
     * @param word "HC · 0,1460 €"
     * @param brief "HC"
     */
    record Price(Instant from, Instant until, boolean peak, String word, String brief) {}

    /**
     * A battery.
     *
     * @param trouble why it has no action, or does not follow them; empty if all is well
     * @param levels lines of the expected level, each without a gap
     */
    record Lane(
            String battery,
            String name,
            List<Block> blocks,
            List<List<Point>> levels,
            String trouble) {
        Lane {
            blocks = List.copyOf(blocks);
            levels = List.copyOf(levels);
        }
    }

    /**
     * An action's part of the span.
     *
     * @param word "Charge 1 kW"
     * @param brief "Charge"; may be empty
     */
    record Block(Instant from, Instant until, PlannedAction action, String word, String brief) {
        ActionKind kind() {
            return ActionKind.of(action);
        }
    }

    /** A level expected at a moment. */
    record Point(Instant at, double pct) {}

    /** The block of a lane at a moment. */
    Optional<Block> block(int lane, Instant at) {
        return lane < 0 || lane >= lanes.size()
                ? Optional.empty()
                : lanes.get(lane).blocks().stream()
                        .filter(block -> !at.isBefore(block.from()) && at.isBefore(block.until()))
                        .findFirst();
    }
}
