package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import pilotempo.battery.Device;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;

/** Reads the configuration of ES.SetMode as one device takes it. */
record ModeOrder(Device device) {
    /** The command, or empty when the device refuses: part missing or out of range. */
    Optional<ModeCommand> read(JsonNode config) {
        var mode = OperatingMode.ofWord(config.path("mode").asText(""));
        try {
            return mode.flatMap(known -> command(known, config));
        } catch (IllegalArgumentException | DateTimeParseException outOfRange) {
            return Optional.empty();
        }
    }

    private Optional<ModeCommand> command(OperatingMode mode, JsonNode config) {
        return switch (mode) {
            case AUTO -> enabled(config.path("auto_cfg"), new ModeCommand.Auto());
            case AI -> enabled(config.path("ai_cfg"), new ModeCommand.Ai());
            case MANUAL -> manual(config.path("manual_cfg"));
            case PASSIVE -> passive(config.path("passive_cfg"));
            case UPS ->
                    hasUps()
                            ? enabled(config.path("ups_cfg"), new ModeCommand.Ups())
                            : Optional.empty();
        };
    }

    private boolean hasUps() {
        return switch (Family.of(device)) {
            case E3, A, D -> Family.firmware(device) >= 150;
            case HMG_50, MINI -> false;
        };
    }

    private static Optional<ModeCommand> enabled(JsonNode part, ModeCommand command) {
        return part.path("enable").asInt(0) == 1 ? Optional.of(command) : Optional.empty();
    }

    private Optional<ModeCommand> passive(JsonNode part) {
        if (!part.path("power").isNumber() || !part.path("cd_time").isNumber()) {
            return Optional.empty();
        }
        return power(part)
                .map(
                        power ->
                                new ModeCommand.Passive(
                                        power, Duration.ofSeconds(part.path("cd_time").asLong())));
    }

    private Optional<ModeCommand> manual(JsonNode part) {
        if (!part.path("time_num").isInt() || !part.has("enable")) {
            return Optional.empty();
        }
        int number = part.path("time_num").asInt();
        if (part.path("enable").asInt() == 0) {
            return Optional.of(new ModeCommand.ClearSlot(number));
        }
        return power(part)
                .map(
                        power ->
                                new ModeCommand.Manual(
                                        new ManualSlot(
                                                number,
                                                LocalTime.parse(part.path("start_time").asText()),
                                                LocalTime.parse(part.path("end_time").asText()),
                                                days(part.path("week_set").asInt()),
                                                power)));
    }

    private Optional<Integer> power(JsonNode part) {
        int power = part.path("power").asInt();
        return Math.abs(power) <= Family.of(device).acceptedW()
                ? Optional.of(power)
                : Optional.empty();
    }

    /** Bit 0 is Monday. */
    private static Set<DayOfWeek> days(int week) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if ((week >> (day.getValue() - 1) & 1) == 1) {
                days.add(day);
            }
        }
        return days;
    }
}
