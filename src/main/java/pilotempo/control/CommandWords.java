package pilotempo.control;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;

/** Commands in English words. */
final class CommandWords {
    private CommandWords() {}

    /** A command, as "Passive, charging with 900 W for 2 h". */
    static String of(BatteryCommand command) {
        return switch (command) {
            case ModeCommand.Passive(var power, var duration) ->
                    "Passive, " + power(power) + " for " + span(duration);
            case ModeCommand.Manual(var slot) -> "slot " + slot.number() + " (" + slot(slot) + ")";
            case ModeCommand.ClearSlot(var number) -> "slot " + number + " switched off";
            case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.Ups _ ->
                    ((ModeCommand) command).mode().word();
            case DeviceSetting.DepthOfDischarge(var percent) ->
                    "depth of discharge " + percent + " %";
            case DeviceSetting.Light(var on) -> on ? "light on" : "light off";
        };
    }

    private static String power(int watts) {
        if (watts == 0) {
            return "holding still";
        }
        return watts < 0 ? "charging with " + -watts + " W" : "delivering " + watts + " W";
    }

    private static String slot(ManualSlot slot) {
        var days =
                slot.days().size() == DayOfWeek.values().length
                        ? "every day"
                        : slot.days().stream()
                                .sorted()
                                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                                .collect(Collectors.joining(" "));
        return slot.from() + " to " + slot.to() + ", " + days + ", " + power(slot.powerW());
    }

    private static String span(Duration duration) {
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
