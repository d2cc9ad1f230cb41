package pilotempo.control;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;

/** How a battery whose power came out reversed is put back. */
record WayBack(ControlParts parts) {
    /**
     * Into the mode it had before, else its day mode, else Auto. The user's own slots must not be
     * touched, so Manual is entered by a slot of ours only; after a slot went wrong, not at all.
     *
     * @param before what it showed before the order; null when unknown
     */
    ModeCommand from(Order order, Mac battery, @Nullable Observation before) {
        var mode =
                Optional.ofNullable(before)
                        .map(Observation::mode)
                        .filter(DayModes::possible)
                        .or(() -> new DayModes(parts.history().facts()).of(battery))
                        .orElse(OperatingMode.AUTO);
        return switch (mode) {
            case AI -> new ModeCommand.Ai();
            case MANUAL ->
                    order.command() instanceof ModeCommand.Manual
                            ? new ModeCommand.Auto()
                            : slotOfOurs(battery).orElseGet(ModeCommand.Auto::new);
            case AUTO, PASSIVE, UPS -> new ModeCommand.Auto();
        };
    }

    private Optional<ModeCommand> slotOfOurs(Mac battery) {
        return Ledger.of(parts.slots(battery), Optional.empty(), null).slots().stream()
                .filter(SlotLedger.Written::sure)
                .flatMap(written -> Stream.ofNullable(written.slot()))
                .findFirst()
                .map(ModeCommand.Manual::new);
    }
}
