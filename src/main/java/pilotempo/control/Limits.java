package pilotempo.control;

import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;

/**
 * What a battery can be told, by its model and firmware (API notes §c).
 *
 * @param chargeW largest charging power, W, positive
 * @param dischargeW largest delivering power, W
 * @param slots number of slots of its weekly program
 * @param passive whether it obeys a power for a duration (the mini does not)
 * @param ups whether it knows UPS
 * @param settings whether it knows depth of discharge and light
 */
public record Limits(
        int chargeW, int dischargeW, int slots, boolean passive, boolean ups, boolean settings) {
    /**
     * Whether the battery can be told that.
     *
     * @throws BadOrder when not: why, and what is possible
     */
    public void check(BatteryCommand command) throws BadOrder {
        switch (command) {
            case ModeCommand.Passive(var power, _) -> {
                known(passive, "passive", "a power for a time (Passive)", "use a slot instead");
                power(power);
            }
            case ModeCommand.Manual(var slot) -> {
                slot(slot.number());
                power(slot.powerW());
            }
            case ModeCommand.ClearSlot(var number) -> slot(number);
            case ModeCommand.Ups _ ->
                    known(ups, "ups", "UPS", "Venus E 3.0, A and D do, with firmware 150 or newer");
            case DeviceSetting.DepthOfDischarge _ ->
                    known(
                            settings,
                            "depth",
                            "the depth of discharge",
                            "Venus E 3.0, A and D do, with firmware 150 or newer");
            case DeviceSetting.Light _ ->
                    known(
                            settings,
                            "light",
                            "the light",
                            "Venus E 3.0, A and D do, with firmware 150 or newer");
            case ModeCommand.Auto _, ModeCommand.Ai _ -> {}
        }
    }

    private void power(int wanted) throws BadOrder {
        int limit = wanted < 0 ? chargeW : dischargeW;
        if (Math.abs((long) wanted) > limit) {
            throw new BadOrder(
                    BadOrder.Problem.TOO_MUCH_POWER,
                    wanted
                            + " W is more than this model takes: give "
                            + -chargeW
                            + " W (charging) to "
                            + dischargeW
                            + " W (delivering)",
                    Integer.toString(Math.abs(wanted)),
                    Integer.toString(limit));
        }
    }

    private void slot(int number) throws BadOrder {
        if (number < 0 || number >= slots) {
            throw new BadOrder(
                    BadOrder.Problem.NO_SUCH_SLOT,
                    "there is no slot " + number + ": this model has 0 to " + (slots - 1),
                    Integer.toString(number),
                    Integer.toString(slots));
        }
    }

    private static void known(boolean known, String word, String what, String instead)
            throws BadOrder {
        if (!known) {
            throw new BadOrder(
                    BadOrder.Problem.NOT_SUPPORTED,
                    "this model or firmware does not know " + what + ": " + instead,
                    word);
        }
    }
}
