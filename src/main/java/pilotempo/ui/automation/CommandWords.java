package pilotempo.ui.automation;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/** Commands in the user's words. */
record CommandWords(Texts texts, Formats formats) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** "Auto", "Charge 1 000 W", "Créneau 3 vidé". */
    String of(BatteryCommand command) {
        var shared = new Words(formats);
        return switch (command) {
            case ModeCommand.Auto auto -> shared.mode(auto.mode());
            case ModeCommand.Ai ai -> shared.mode(ai.mode());
            case ModeCommand.Ups ups -> shared.mode(ups.mode());
            case ModeCommand.Passive passive -> passive(passive.powerW());
            case ModeCommand.Manual manual -> slot(manual.slot());
            case ModeCommand.ClearSlot clear ->
                    texts.get("command.clear", Integer.toString(clear.number()));
            case DeviceSetting.DepthOfDischarge depth ->
                    texts.get("command.depth", formats.percentWithUnit((double) depth.percent()));
            case DeviceSetting.Light light ->
                    texts.get(light.on() ? "command.light.on" : "command.light.off");
        };
    }

    private String passive(int power) {
        return power == 0
                ? texts.get("block.hold")
                : texts.get(power < 0 ? "block.charge" : "block.deliver", watts(power));
    }

    private String slot(ManualSlot slot) {
        return texts.get(
                "command.slot",
                Integer.toString(slot.number()),
                days(slot),
                CLOCK.format(slot.from()) + "–" + CLOCK.format(slot.to()),
                passive(slot.powerW()));
    }

    private String days(ManualSlot slot) {
        if (slot.days().size() == DayOfWeek.values().length) {
            return texts.get("command.daily");
        }
        return Stream.of(DayOfWeek.values())
                .filter(slot.days()::contains)
                .map(day -> day.getDisplayName(TextStyle.SHORT, formats.locale()))
                .collect(Collectors.joining(" "));
    }

    private String watts(int power) {
        return formats.wattsWithUnit((double) Math.abs(power));
    }
}
