package pilotempo.ui.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/** Actions of a plan in the user's words. */
record ActionWords(Texts texts, Formats formats) {
    static final String BUNDLE = "pilotempo.ui.automation.Automation";

    /** "Charge 1 kW", "Maintien 0 W", "Auto": on a lane. */
    String block(PlannedAction action) {
        return switch (ActionKind.of(action)) {
            case CHARGE -> texts.get("block.charge", power(action.powerW()));
            case HOLD -> texts.get("block.hold");
            case DELIVER -> texts.get("block.deliver", power(action.powerW()));
            case MODE -> mode(action);
        };
    }

    /** The same where there is little room; empty for a mode. */
    String brief(PlannedAction action) {
        return switch (ActionKind.of(action)) {
            case CHARGE -> texts.get("block.charge.brief");
            case HOLD -> texts.get("block.hold.brief");
            case DELIVER -> texts.get("block.deliver.brief");
            case MODE -> "";
        };
    }

    /** "Charger à 1 000 W jusqu’à 95 %", "Maintenir le niveau (0 W)". */
    String title(PlannedAction action) {
        return title(action, watts(action.powerW()));
    }

    /** The same, with the power told otherwise, as a range of several. */
    String title(PlannedAction action, String power) {
        var target = action.targetSocPct();
        return switch (ActionKind.of(action)) {
            case CHARGE ->
                    target == null
                            ? texts.get("action.charge", power)
                            : texts.get(
                                    "action.charge.to",
                                    power,
                                    formats.percentWithUnit(target.doubleValue()));
            case HOLD -> texts.get("action.hold");
            case DELIVER -> texts.get("action.deliver", power);
            case MODE -> mode(action);
        };
    }

    /** "Charger à 95 %": where one line has to do. */
    String headline(PlannedAction action) {
        var target = action.targetSocPct();
        return ActionKind.of(action) == ActionKind.CHARGE && target != null
                ? texts.get("action.charge.short", formats.percentWithUnit(target.doubleValue()))
                : title(action);
    }

    String mode(PlannedAction action) {
        return new Words(formats).mode(action.mode());
    }

    /** "1 000 W", without its sign: the verb tells the direction. */
    String watts(@Nullable Integer power) {
        return power == null ? "" : formats.wattsWithUnit((double) Math.abs(power));
    }

    /** "Salon, Garage et Atelier". */
    String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return texts.get(
                "list", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** "Stratégie Tempo active". */
    String active(String strategy) {
        return switch (strategy) {
            case "tempo" -> texts.get("tag.active.tempo");
            case "peak-shift" -> texts.get("tag.active.peak");
            default -> texts.get("tag.active.other", strategy);
        };
    }

    /** "Stratégie Tempo"; a word that is new here stands for itself. */
    String strategy(String word) {
        return switch (word) {
            case "tempo" -> texts.get("strategy.tempo");
            case "peak-shift" -> texts.get("strategy.peak");
            default -> word;
        };
    }

    /** "22:00" today, "demain 06:00" tomorrow, else with its date. */
    String moment(Instant at, Instant now) {
        var date = at.atZone(formats.zone()).toLocalDate();
        var today = now.atZone(formats.zone()).toLocalDate();
        var time = formats.time(at);
        if (date.equals(today)) {
            return time;
        }
        return date.equals(today.plusDays(1))
                ? texts.get("moment.tomorrow", time)
                : formats.shortDate(date) + " " + time;
    }

    /** "mercredi 7 janvier", "jeudi 1er janvier". */
    String day(LocalDate date) {
        return day(date, "EEEE d MMMM");
    }

    /** A date in a pattern, the first of a month as French says it. */
    String day(LocalDate date, String pattern) {
        boolean first = date.getDayOfMonth() == 1 && formats.locale().getLanguage().equals("fr");
        return DateTimeFormatter.ofPattern(
                        first ? pattern.replace("d", "d'er'") : pattern, formats.locale())
                .format(date);
    }

    /** "1 kW", "1,25 kW", "800 W". */
    private String power(@Nullable Integer power) {
        if (power == null) {
            return "";
        }
        int watts = Math.abs(power);
        if (watts < 1000) {
            return formats.wattsWithUnit((double) watts);
        }
        int decimals = watts % 1000 == 0 ? 0 : watts % 100 == 0 ? 1 : 2;
        return formats.number(watts / 1000.0, decimals) + Formats.NBSP + "kW";
    }
}
