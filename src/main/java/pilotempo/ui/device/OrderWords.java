package pilotempo.ui.device;

import java.util.Locale;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;
import pilotempo.control.BadOrder;
import pilotempo.control.Outcome;
import pilotempo.control.Stage;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/** Orders, how far they are and how they ended, in the user's words. */
record OrderWords(Texts texts, Formats formats) {
    /** "Charge at 1,000 W for 2 h". */
    String command(BatteryCommand command) {
        return switch (command) {
            case ModeCommand.Passive(var power, var duration) ->
                    texts.get(
                            power < 0 ? "order.charge" : power > 0 ? "order.deliver" : "order.hold",
                            formats.wattsWithUnit((double) Math.abs(power)),
                            formats.duration(duration));
            case ModeCommand.Manual(var slot) -> texts.get("order.slot", slot.number());
            case ModeCommand.ClearSlot(var number) -> texts.get("order.clear", number);
            case ModeCommand mode -> texts.get("order.mode", new Words(formats).mode(mode.mode()));
            case DeviceSetting.DepthOfDischarge(var percent) ->
                    texts.get("order.depth", formats.percentWithUnit((double) percent));
            case DeviceSetting.Light(var on) -> texts.get(on ? "order.light" : "order.dark");
        };
    }

    String stage(Stage stage) {
        var word = stage.step().name().toLowerCase(Locale.ROOT);
        return stage.attempt() > 1
                ? texts.get("stage.again", texts.get("stage." + word), stage.attempt())
                : texts.get("stage." + word);
    }

    String outcome(Outcome outcome) {
        return texts.get("outcome." + outcome.verdict().name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome.verdict()) {
            case VERIFIED, UNNEEDED -> Tone.OK;
            case PARTLY, ACKNOWLEDGED, UNPROVEN -> Tone.ATTENTION;
            case REFUSED, LOST, IGNORED, REVERSED, NOT_SENT -> Tone.ERROR;
        };
    }

    /** What is wrong with an order that can't be given. */
    String problem(BadOrder bad) {
        var args = bad.args();
        return switch (bad.problem()) {
            case UNKNOWN_BATTERY -> texts.get("bad.battery", first(args));
            case TOO_MUCH_POWER -> texts.get("bad.power", first(args), second(args));
            case NO_SUCH_SLOT -> texts.get("bad.slot", first(args), second(args));
            case NOT_SUPPORTED -> texts.get("bad.support", texts.get("bad.support." + first(args)));
        };
    }

    private static String first(java.util.List<String> args) {
        return args.isEmpty() ? Formats.UNKNOWN : args.getFirst();
    }

    private static String second(java.util.List<String> args) {
        return args.size() < 2 ? Formats.UNKNOWN : args.get(1);
    }
}
