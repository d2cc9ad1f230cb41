package pilotempo.app.cli;

import java.util.OptionalInt;
import pilotempo.battery.BatteryCommand;

/** What a person wants of some batteries. */
sealed interface ModeWish {
    /** The same command for each. */
    record Same(BatteryCommand command) implements ModeWish {}

    /**
     * A slot for each, or two where it runs over midnight.
     *
     * @param second for the part after midnight; empty = one that is likely free
     */
    record Slots(int number, OptionalInt second, SlotTimes times, int powerW) implements ModeWish {}

    /** What was written into its slots. */
    record Show() implements ModeWish {}
}
