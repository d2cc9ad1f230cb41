package pilotempo.marstek;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;

/** Commands as the wire wants them; positive power discharges there too. */
final class ModeRequest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ModeRequest() {}

    static Call of(BatteryCommand command, Family family) {
        return switch (command) {
            case ModeCommand mode -> new Call("ES.SetMode", params(mode, family));
            case DeviceSetting.DepthOfDischarge(var percent) ->
                    new Call("DOD.SET", Wire.JSON.createObjectNode().put("value", percent));
            case DeviceSetting.Light(var on) ->
                    new Call("Led.Ctrl", Wire.JSON.createObjectNode().put("state", on ? 1 : 0));
        };
    }

    /** The mini wants the direction of a slot beside its power. */
    private static ObjectNode params(ModeCommand command, Family family) {
        var config = Wire.JSON.createObjectNode();
        switch (command) {
            case ModeCommand.Auto _ ->
                    config.put("mode", "Auto").putObject("auto_cfg").put("enable", 1);
            case ModeCommand.Ai _ -> config.put("mode", "AI").putObject("ai_cfg").put("enable", 1);
            case ModeCommand.Ups _ ->
                    config.put("mode", "UPS").putObject("ups_cfg").put("enable", 1);
            case ModeCommand.Manual(var slot) ->
                    slot(config.put("mode", "Manual").putObject("manual_cfg"), slot, family);
            case ModeCommand.ClearSlot(var number) ->
                    config.put("mode", "Manual")
                            .putObject("manual_cfg")
                            .put("time_num", number)
                            .put("start_time", "00:00")
                            .put("end_time", "00:00")
                            .put("week_set", 0)
                            .put("power", 0)
                            .put("enable", 0);
            case ModeCommand.Passive(var power, var duration) ->
                    config.put("mode", "Passive")
                            .putObject("passive_cfg")
                            .put("power", power)
                            .put("cd_time", duration.plusNanos(999_999_999).toSeconds());
        }
        var params = Wire.JSON.createObjectNode().put("id", 0);
        params.set("config", config);
        return params;
    }

    private static void slot(ObjectNode config, ManualSlot slot, Family family) {
        config.put("time_num", slot.number())
                .put("start_time", minutes(slot.from()))
                .put("end_time", minutes(slot.to()))
                .put("week_set", week(slot.days()))
                .put("power", slot.powerW())
                .put("enable", 1);
        if (family == Family.VENUS_MINI && slot.powerW() != 0) {
            config.put("manual_set", slot.powerW() < 0 ? 1 : 2);
        }
    }

    /** Bit 0 is Monday. */
    private static int week(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }

    private static String minutes(LocalTime time) {
        return TIME.format(time);
    }
}
