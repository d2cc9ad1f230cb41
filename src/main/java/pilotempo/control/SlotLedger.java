package pilotempo.control;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
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

    /**
     * A slot that holds nothing of ours, apart from some: one that Pilotempo has switched off
     * before; else the highest, for what the Marstek app wrote is more likely in the first. Empty
     * when all are in use.
     */
    public OptionalInt free(int howMany, Set<Integer> except) {
        var off = numbers(howMany, except, this::isOff).findFirst();
        return off.isPresent() ? off : numbers(howMany, except, this::isUnknown).max();
    }

    private static IntStream numbers(int howMany, Set<Integer> except, IntPredicate which) {
        return IntStream.range(0, howMany).filter(number -> !except.contains(number)).filter(which);
    }

    private boolean isOff(int number) {
        return slots.stream()
                .anyMatch(
                        written ->
                                written.number() == number
                                        && written.slot() == null
                                        && written.sure());
    }

    private boolean isUnknown(int number) {
        return slots.stream()
                .noneMatch(written -> written.number() == number && written.slot() != null);
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
