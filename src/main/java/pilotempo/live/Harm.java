package pilotempo.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the harm guard sees of a battery and does about it.
 *
 * @param lastHour how often each sign was seen in the last hour; those never seen are missing
 * @param slowing by how much the pace is slowed for it: 1 = not at all
 * @param cause the sign for which it was slowed last; null while it is not
 * @param rest the rest test that runs, or the last one of this run; null when there was none
 */
public record Harm(
        Map<HarmSign, Integer> lastHour,
        int slowing,
        @Nullable HarmSign cause,
        @Nullable RestTest rest) {
    /** No sign of harm. */
    public static final Harm NONE = new Harm(Map.of(), 1, null, null);

    /** Copies the map. */
    public Harm {
        lastHour = Map.copyOf(lastHour);
    }

    /** Whether there is anything to tell. */
    public boolean suspected() {
        return slowing > 1 || !lastHour.isEmpty();
    }
}
