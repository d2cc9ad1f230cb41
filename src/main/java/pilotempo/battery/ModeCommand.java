package pilotempo.battery;

import java.time.Duration;

/** What a battery can be told to do (API document, ES.SetMode). Powers: positive = delivers. */
public sealed interface ModeCommand extends BatteryCommand {
    /** The mode the battery is in once it obeyed. */
    OperatingMode mode();

    /** Self-consumption. */
    record Auto() implements ModeCommand {
        @Override
        public OperatingMode mode() {
            return OperatingMode.AUTO;
        }
    }

    /** The vendor's optimiser. */
    record Ai() implements ModeCommand {
        @Override
        public OperatingMode mode() {
            return OperatingMode.AI;
        }
    }

    /** One slot of the weekly program switched on. */
    record Manual(ManualSlot slot) implements ModeCommand {
        @Override
        public OperatingMode mode() {
            return OperatingMode.MANUAL;
        }
    }

    /** One slot of the weekly program switched off. */
    record ClearSlot(int number) implements ModeCommand {
        /** Checks the number. */
        public ClearSlot {
            if (number < 0 || number > 9) {
                throw new IllegalArgumentException("slot " + number + " is not 0 to 9");
            }
        }

        @Override
        public OperatingMode mode() {
            return OperatingMode.MANUAL;
        }
    }

    /** A power for a duration of at most 24 h; 0 W holds the battery still. */
    record Passive(int powerW, Duration duration) implements ModeCommand {
        /** Checks the duration. */
        public Passive {
            if (duration.isNegative()
                    || duration.isZero()
                    || duration.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException(
                        "duration " + duration + " is not above 0 and at most 24 h");
            }
        }

        @Override
        public OperatingMode mode() {
            return OperatingMode.PASSIVE;
        }
    }

    /** Held for the emergency socket. */
    record Ups() implements ModeCommand {
        @Override
        public OperatingMode mode() {
            return OperatingMode.UPS;
        }
    }
}
