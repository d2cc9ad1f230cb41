package pilotempo.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;

/** Tells batteries what to do. */
@Command(
        name = "mode",
        mixinStandardHelpOptions = true,
        description = {
            "Sets a battery's mode and reads back whether it obeys, which takes 10 to 60 seconds.",
            "  mode salon auto                               self-consumption (also: ai, ups)",
            "  mode salon passive --power -1200 --for 2h     charge with 1200 W for two hours",
            "  mode salon manual --slot 0 --from 22:00 --to 06:00 --days mon,tue --power 800",
            "  mode salon manual --slot 0 --clear            switch a slot off",
            "  mode salon slots                              what was written into its slots",
            "  mode salon dod 80, mode salon light off       depth of discharge, light",
            "Power: positive delivers, negative charges. Exit 0 only when it is read back; what no"
                    + " battery lets read back (slots, depth of discharge, light) when it is"
                    + " acknowledged."
        })
final class ModeOrderCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Parameters(
            index = "0",
            paramLabel = "BATTERY",
            description = "id in the settings; several separated by commas, or 'all': one by one")
    private String batteries;

    @Parameters(
            index = "1",
            paramLabel = "MODE",
            description = "auto, ai, manual, passive or ups; dod, light or slots")
    private String mode;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "VALUE",
            description = "of dod: 30 to 88 per cent; of light: on or off")
    private @Nullable String value;

    @Option(
            names = "--power",
            paramLabel = "W",
            description = "of passive and manual: positive delivers, negative charges, 0 holds")
    private @Nullable Integer power;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "of passive: how long, as 2h, 90m or 1h30m, at most 24h")
    private @Nullable String span;

    @Option(names = "--slot", paramLabel = "N", description = "of manual: which slot, 0 to 9")
    private @Nullable Integer slot;

    @Option(
            names = "--second-slot",
            paramLabel = "N",
            description =
                    "of manual, over midnight: the slot of the next days' part (default: one that"
                            + " Pilotempo switched off, else the highest)")
    private @Nullable Integer secondSlot;

    @Option(names = "--from", paramLabel = "HH:MM", description = "of manual: begin")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "HH:MM",
            description = "of manual: end; before --from: the next day, which takes a second slot")
    private @Nullable String to;

    @Option(
            names = "--days",
            split = ",",
            paramLabel = "DAY",
            description = "of manual: mon,tue,… on which it begins (default: every day)")
    private List<String> days = new ArrayList<>();

    @Option(names = "--clear", description = "of manual: switch the slot off")
    private boolean clear;

    @Option(names = "--why", paramLabel = "TEXT", description = "a reason, for the journal")
    private String why = "";

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    ModeOrderCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        var wish = wish();
        return host.withDesk(
                options,
                desk ->
                        new ModeRun(host, desk.engine().steering(), desk.engine().fleet(), json)
                                .run(batteries, wish, why));
    }

    private ModeWish wish() throws CommandProblem {
        var word = mode.strip().toLowerCase(Locale.ROOT);
        alone(word);
        return switch (word) {
            case "auto" -> new ModeWish.Same(new ModeCommand.Auto());
            case "ai" -> new ModeWish.Same(new ModeCommand.Ai());
            case "ups" -> new ModeWish.Same(new ModeCommand.Ups());
            case "passive" -> new ModeWish.Same(passive());
            case "manual" -> clear ? new ModeWish.Same(cleared()) : slots();
            case "dod", "light" -> new ModeWish.Same(setting(word));
            case "slots" -> new ModeWish.Show();
            default ->
                    throw CommandProblem.wrong(
                            "'"
                                    + mode
                                    + "' is none of auto, ai, manual, passive, ups, dod, light,"
                                    + " slots");
        };
    }

    /** An option that has no meaning for a mode is a mistake, not to be passed over. */
    private void alone(String word) throws CommandProblem {
        boolean manual = word.equals("manual");
        boolean passive = word.equals("passive");
        refuse(power != null && !manual && !passive, "--power goes with passive and manual");
        refuse(span != null && !passive, "--for goes with passive");
        refuse(
                !manual
                        && (slot != null
                                || secondSlot != null
                                || from != null
                                || to != null
                                || clear
                                || !days.isEmpty()),
                "--slot, --second-slot, --from, --to, --days and --clear go with manual");
        refuse(
                value != null && !word.equals("dod") && !word.equals("light"),
                "'" + value + "' has no meaning here: a value goes with dod and light");
    }

    private static void refuse(boolean wrong, String why) throws CommandProblem {
        if (wrong) {
            throw CommandProblem.wrong(why);
        }
    }

    private BatteryCommand passive() throws CommandProblem {
        if (power == null || span == null) {
            throw CommandProblem.wrong(
                    "passive needs --power W and --for DURATION, as --power -1200 --for 2h");
        }
        Duration lasts = Spans.parse("--for", span);
        return new ModeCommand.Passive(power, lasts);
    }

    private int slotNumber() throws CommandProblem {
        if (slot == null) {
            throw CommandProblem.wrong("manual needs --slot N, 0 to 9");
        }
        return inRange("--slot", slot);
    }

    private static int inRange(String option, int number) throws CommandProblem {
        refuse(number < 0 || number > 9, option + " " + number + ": there are 0 to 9");
        return number;
    }

    private OptionalInt second(int first, SlotTimes times) throws CommandProblem {
        if (secondSlot == null) {
            return OptionalInt.empty();
        }
        refuse(!times.overMidnight(), "--second-slot goes with a slot over midnight");
        refuse(secondSlot == first, "--second-slot is to be another than --slot");
        return OptionalInt.of(inRange("--second-slot", secondSlot));
    }

    private BatteryCommand cleared() throws CommandProblem {
        refuse(
                power != null
                        || secondSlot != null
                        || from != null
                        || to != null
                        || !days.isEmpty(),
                "--clear goes with --slot alone");
        return new ModeCommand.ClearSlot(slotNumber());
    }

    private ModeWish slots() throws CommandProblem {
        int number = slotNumber();
        if (from == null || to == null || power == null) {
            throw CommandProblem.wrong(
                    "manual needs --from HH:MM, --to HH:MM and --power W, or --clear");
        }
        refuse(
                power == 0,
                "0 W in a slot means different things to different firmware: hold with"
                        + " 'passive --power 0', or switch the slot off with --clear");
        var times = SlotTimes.parse(from, to, days);
        return new ModeWish.Slots(number, second(number, times), times, power);
    }

    private BatteryCommand setting(String word) throws CommandProblem {
        var told = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (word.equals("light")) {
            refuse(!told.equals("on") && !told.equals("off"), "light takes on or off");
            return new DeviceSetting.Light(told.equals("on"));
        }
        var percent = told.endsWith("%") ? told.substring(0, told.length() - 1).strip() : told;
        if (!percent.matches("\\d{2}")
                || Integer.parseInt(percent) < 30
                || Integer.parseInt(percent) > 88) {
            throw CommandProblem.wrong("dod takes 30 to 88 per cent, as in 'dod 80'");
        }
        return new DeviceSetting.DepthOfDischarge(Integer.parseInt(percent));
    }
}
