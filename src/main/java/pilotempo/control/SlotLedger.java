package pilotempo.control;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ManualSlot;

/**
 * What Pilotempo wrote into a battery's weekly program. The device can't be asked: what somebody
 * changed in the app since is not known.
 *
 * @param slots one a number that was ever written, in order
 * @param otherMode whether another mode than Manual was set or seen since, so that the program
 *     rests
 */
public record SlotLedger(List<Written> slots, boolean otherMode) {
    /** Copies the list. */
    public SlotLedger {
        slots = List.copyOf(slots);
    }

    /** The lowest slot that holds nothing of ours, apart from some; empty when all do. */
    public OptionalInt free(int howMany, Set<Integer> except) {
        return IntStream.range(0, howMany)
                .filter(number -> !except.contains(number))
                .filter(
                        number ->
                                slots.stream()
                                        .noneMatch(
                                                written ->
                                                        written.number() == number
                                                                && written.slot() != null))
                .findFirst();
    }

    /**
     * One slot.
     *
     * @param number 0 to 9
     * @param slot what was written; null = cleared
     * @param at when
     * @param sure whether the device at least acknowledged it
     */
    public record Written(int number, @Nullable ManualSlot slot, Instant at, boolean sure) {}
}
