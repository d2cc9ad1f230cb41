package pilotempo.control;

import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;

/** What became of an order, in a sentence for people: what happened, and what to do. */
record Sentences(Order order) {
    static final String UNKEPT = " The history can't be written: the journal does not have it.";

    String wanted() {
        return CommandWords.of(order.command());
    }

    String unneeded() {
        return order.battery() + ": " + wanted() + ": so it is already, nothing was sent.";
    }

    String overtaken() {
        return order.battery() + ": nothing was sent: somebody commanded it meanwhile.";
    }

    String stoppedByReversal(int mostW) {
        return order.battery()
                + ": nothing was sent: its power came out reversed before, "
                + (mostW == 0 ? "so it rests" : "so a plan orders at most " + mostW + " W")
                + ". An order by hand lets the plan go on.";
    }

    String notKept() {
        return order.battery()
                + ": nothing was sent: the history can't be written, and a power that is not"
                + " written down could not be ended after a restart. Auto, AI and a hold at 0 W"
                + " are possible; see 'pilotempo doctor'.";
    }

    /** Why it can't be reached, and what to do. */
    String notReached(Talk talk, String why) {
        var stranger = talk.stranger();
        if (stranger.isPresent()) {
            return "nothing was sent: another battery, "
                    + stranger.get()
                    + ", answers at its address; check host and port in the settings, or, if it"
                    + " takes the old one's place, give it this mac there";
        }
        return why.isEmpty()
                ? "nothing was sent: it does not answer; check that it is on, that its API is on"
                        + " in the Marstek app, and its address ('pilotempo discover')"
                : "nothing was sent: " + why;
    }

    String of(Ending ending) {
        var start = order.battery() + ": " + wanted() + ": ";
        var detail = ending.detail();
        return switch (ending.verdict()) {
            case VERIFIED -> start + "done and read back" + more(detail) + unread() + ".";
            case PARTLY ->
                    start
                            + "done only in part: it "
                            + detail
                            + ", less than asked. It may be hot, cold, nearly full or capped in the"
                            + " Marstek app; if it stays so, ask for less.";
            case ACKNOWLEDGED ->
                    start + "it " + received(detail) + "; its content can't be read back.";
            case UNPROVEN ->
                    start + "not proven: it " + detail + ". Look at it in the Marstek app.";
            case REFUSED ->
                    start
                            + "refused: it "
                            + detail
                            + ". Try again in a minute, or set it in the Marstek app.";
            case LOST ->
                    start
                            + "not confirmed: it "
                            + detail
                            + ". Look at 'pilotempo status', then try again.";
            case IGNORED ->
                    start
                            + "acknowledged, but it "
                            + detail
                            + ". Try again, or restart the battery.";
            case NOT_SENT -> start + "nothing was sent: " + detail + ".";
            case REVERSED, UNNEEDED -> throw new IllegalStateException("has its own sentence");
        };
    }

    private static String received(String detail) {
        return detail.startsWith("says") ? detail : "says that it received it" + more(detail);
    }

    private static String more(String detail) {
        return detail.isEmpty() ? "" : ", it " + detail;
    }

    private String unread() {
        return order.command() instanceof ModeCommand.Manual
                        || order.command() instanceof ModeCommand.ClearSlot
                ? "; what the slot holds can't be read back"
                : "";
    }

    String reversed(Ending reversed, BatteryCommand way, Ending undone) {
        var back =
                undone.verdict().took()
                        ? "It was put back: " + CommandWords.of(way) + "."
                        : "It could not be put back ("
                                + CommandWords.of(way)
                                + "): it "
                                + undone.detail()
                                + ". Set its mode in the Marstek app now.";
        return order.battery()
                + ": "
                + wanted()
                + ": it "
                + reversed.detail()
                + ". "
                + back
                + " A plan gives it no power for a while, then tries it with little; order a power"
                + " by hand to let it go on.";
    }
}
