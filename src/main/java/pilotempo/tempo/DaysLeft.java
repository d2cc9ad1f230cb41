package pilotempo.tempo;

import org.jspecify.annotations.Nullable;

/** Days of each colour of a season that have not begun; null where the season known has holes. */
public record DaysLeft(@Nullable Integer blue, @Nullable Integer white, @Nullable Integer red) {
    /** Nothing known. */
    public static final DaysLeft UNKNOWN = new DaysLeft(null, null, null);

    /** The count of one colour. */
    public @Nullable Integer of(TempoColour colour) {
        return switch (colour) {
            case BLUE -> blue;
            case WHITE -> white;
            case RED -> red;
        };
    }
}
