package pilotempo.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;

/**
 * A command in the columns that it has in both databases; null where it has no such thing.
 *
 * @param kind {@code auto}, {@code ai}, {@code ups}, {@code passive}, {@code manual}, {@code
 *     clear_slot}, {@code depth_of_discharge}, {@code light}
 * @param powerW of Passive and of a slot
 * @param durationMillis of Passive
 * @param slot its number
 * @param slotFrom its begin, local time of the battery
 * @param slotTo its end
 * @param slotDays {@code mon,tue,…}
 * @param setting depth of discharge in per cent; light 1 or 0
 */
public record CommandColumns(
        String kind,
        @Nullable Integer powerW,
        @Nullable Long durationMillis,
        @Nullable Integer slot,
        @Nullable String slotFrom,
        @Nullable String slotTo,
        @Nullable String slotDays,
        @Nullable Integer setting) {
    static final String MANUAL = "manual";
    static final String CLEAR_SLOT = "clear_slot";

    /** The columns of a command; a duration to the millisecond. */
    public static CommandColumns of(BatteryCommand command) {
        return switch (command) {
            case ModeCommand.Auto _ -> plain("auto");
            case ModeCommand.Ai _ -> plain("ai");
            case ModeCommand.Ups _ -> plain("ups");
            case ModeCommand.Passive passive ->
                    new CommandColumns(
                            "passive",
                            passive.powerW(),
                            Math.max(1, passive.duration().toMillis()),
                            null,
                            null,
                            null,
                            null,
                            null);
            case ModeCommand.Manual manual -> manual(manual.slot());
            case ModeCommand.ClearSlot clear ->
                    new CommandColumns(
                            CLEAR_SLOT, null, null, clear.number(), null, null, null, null);
            case DeviceSetting.DepthOfDischarge depth ->
                    setting("depth_of_discharge", depth.percent());
            case DeviceSetting.Light light -> setting("light", light.on() ? 1 : 0);
        };
    }

    /** The command again. */
    BatteryCommand command() {
        return switch (kind) {
            case "auto" -> new ModeCommand.Auto();
            case "ai" -> new ModeCommand.Ai();
            case "ups" -> new ModeCommand.Ups();
            case "passive" ->
                    new ModeCommand.Passive(
                            there(powerW), Duration.ofMillis(there(durationMillis)));
            case MANUAL ->
                    new ModeCommand.Manual(
                            new ManualSlot(
                                    there(slot),
                                    LocalTime.parse(there(slotFrom)),
                                    LocalTime.parse(there(slotTo)),
                                    Arrays.stream(there(slotDays).split(",", -1))
                                            .map(CommandColumns::day)
                                            .collect(Collectors.toSet()),
                                    there(powerW)));
            case CLEAR_SLOT -> new ModeCommand.ClearSlot(there(slot));
            case "depth_of_discharge" -> new DeviceSetting.DepthOfDischarge(there(setting));
            case "light" -> new DeviceSetting.Light(there(setting) != 0);
            default -> throw new IllegalStateException("No command is called " + kind);
        };
    }

    private static CommandColumns plain(String kind) {
        return new CommandColumns(kind, null, null, null, null, null, null, null);
    }

    private static CommandColumns setting(String kind, int value) {
        return new CommandColumns(kind, null, null, null, null, null, null, value);
    }

    private static CommandColumns manual(ManualSlot slot) {
        return new CommandColumns(
                MANUAL,
                slot.powerW(),
                null,
                slot.number(),
                slot.from().toString(),
                slot.to().toString(),
                days(slot.days()),
                null);
    }

    private static String days(Collection<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> days(Set.of(day)).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No day is called " + word));
    }

    private <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "A command " + kind + " lacks a value");
    }
}
