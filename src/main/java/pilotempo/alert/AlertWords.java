package pilotempo.alert;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import pilotempo.history.AlertEntry;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

/** Alerts in words of a language. Immutable. */
public final class AlertWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** More than any sentence has. */
    private static final int PLACES = 20;

    private final Locale locale;
    private final ZoneId zone;
    private final List<BatterySettings> batteries;
    private final Figures figures;
    private final ResourceBundle bundle;

    /** Batteries are called as the settings call them, times are told in their zone. */
    public AlertWords(Locale locale, Settings settings) {
        this.locale = locale;
        this.zone = settings.zone();
        this.batteries = settings.batteries();
        this.figures = new Figures(locale, zone);
        this.bundle = ResourceBundle.getBundle("pilotempo.alert.Messages", locale, NO_FALLBACK);
    }

    /** For what is said in English whatever the settings say; knows no battery's name. */
    static AlertWords english() {
        return new AlertWords(Locale.UK, Settings.DEFAULT);
    }

    /** Whether it only tells how things stand, and nobody has to act. */
    public static boolean isNews(AlertEntry alert) {
        return !alert.urgent() && AlertKind.of(alert.kind()).filter(AlertKind::isNews).isPresent();
    }

    /** Whether it tells of batteries that charge each other. */
    public static boolean chargesEachOther(AlertEntry alert) {
        return alert.kind().equals(AlertKind.CHARGING_EACH_OTHER.word());
    }

    /** That it is so, and what to do. */
    public AlertText begun(AlertEntry alert) {
        var more = said(alert, "more");
        var text = said(alert, "text");
        return new AlertText(
                said(alert, "title"),
                more.isEmpty() || text.isEmpty() ? text + more : text + " " + more,
                said(alert, "todo"));
    }

    /** That it is over. */
    public AlertText over(AlertEntry alert) {
        var end = alert.resolvedAt() == null ? alert.raisedAt() : alert.resolvedAt();
        var lasted =
                filled(
                        "over.lasted",
                        figures.moment(alert.raisedAt(), end.atZone(zone).toLocalDate()),
                        figures.time(end),
                        figures.span(Duration.between(alert.raisedAt(), end)));
        return new AlertText(said(alert, "over"), lasted, said(alert, "after"));
    }

    /** What the battery is called; empty when it is not about one. */
    String batteryName(AlertEntry alert) {
        boolean about = AlertKind.of(alert.kind()).filter(AlertKind::hasSubject).isPresent();
        return about
                ? args(alert).stream()
                        .limit(1)
                        .filter(Arg.Battery.class::isInstance)
                        .map(Arg.Battery.class::cast)
                        .findFirst()
                        .map(this::name)
                        .orElse("")
                : "";
    }

    /** The title of several messages in one. */
    String several(int messages) {
        return filled("several", messages);
    }

    /** That messages were given up. */
    String summary(int messages) {
        return filled("summary", messages);
    }

    /** That a message may have arrived before. */
    String again() {
        return word("again");
    }

    /** A message that only shows that messages arrive. */
    AlertText test() {
        return new AlertText(word("test.title"), word("test.text"), "");
    }

    /** That a test message arrived. */
    String tested(String channel) {
        return filled("tested", word("channel." + channel));
    }

    /** Why a channel does not take messages now, what to do, and whether it is asked again. */
    String channelTrouble(String channel, Delivery.Problem problem) {
        var sentence = channelProblem(channel, problem);
        return Delivery.Problem.PASSING.contains(problem.key())
                ? filled("retried", sentence)
                : sentence;
    }

    /** Why a channel did not take a message, and what to do. */
    String channelProblem(String channel, Delivery.Problem problem) {
        var own = "problem." + channel + "." + problem.key();
        var key = bundle.containsKey(own) ? own : "problem." + problem.key();
        return filled(key, word("channel." + channel), problem.detail()).strip();
    }

    /** The most special sentence there is; none is empty. */
    private String said(AlertEntry alert, String part) {
        var args = args(alert);
        var variant =
                args.stream()
                        .filter(Arg.Variant.class::isInstance)
                        .map(arg -> "." + ((Arg.Variant) arg).key())
                        .findFirst()
                        .orElse("");
        var special = alert.kind() + variant + "." + part;
        var general = alert.kind() + "." + part;
        if (bundle.containsKey(special) || bundle.containsKey(general)) {
            var day = alert.raisedAt().atZone(zone).toLocalDate();
            var told = new ArrayList<Object>(args.stream().map(arg -> told(arg, day)).toList());
            // One kept by an earlier version may lack what the sentence speaks of by now.
            while (told.size() < PLACES) {
                told.add(0L);
            }
            return filled(bundle.containsKey(special) ? special : general, told.toArray());
        }
        return part.equals("title") || part.equals("over") ? alert.kind() : "";
    }

    private Object told(Arg arg, LocalDate day) {
        return switch (arg) {
            case Arg.Battery battery -> name(battery);
            case Arg.Day it -> figures.day(it.date());
            case Arg.Colour it -> word("colour." + it.colour());
            case Arg.Moment it -> figures.moment(it.at(), day);
            case Arg.Span it -> figures.span(it.duration());
            case Arg.Mode it -> word("mode." + it.mode());
            case Arg.Levels it -> levels(it);
            case Arg.Order it -> order(it);
            case Arg.Names it -> names(it);
            case Arg.Variant _ -> "";
            case Arg.Text it -> it.words();
            case Arg.Amount it ->
                    it.unit() == Arg.Unit.COUNT && it.value() != null
                            ? (Object) Math.round(it.value())
                            : figures.amount(it.unit(), it.value());
        };
    }

    private String order(Arg.Order order) {
        var watts = order.watts();
        if (watts == null) {
            return filled("order.mode", word("mode." + order.mode()));
        }
        var power = figures.amount(Arg.Unit.WATTS, (double) Math.abs(watts));
        return filled(
                watts == 0 ? "order.hold" : watts < 0 ? "order.charge" : "order.deliver", power);
    }

    /** "Salon, Garage and Atelier". */
    private String names(Arg.Names names) {
        var told = names.ids().stream().map(id -> name(new Arg.Battery(id))).toList();
        return told.size() < 2
                ? String.join("", told)
                : filled(
                        "list.and",
                        String.join(", ", told.subList(0, told.size() - 1)),
                        told.getLast());
    }

    /** In the order of the fleet. */
    private String levels(Arg.Levels levels) {
        var told = new ArrayList<String>();
        for (var battery : batteries) {
            if (levels.percents().containsKey(battery.id())) {
                var level = levels.percents().get(battery.id());
                var percent =
                        figures.amount(
                                Arg.Unit.PERCENT, level == null ? null : level.doubleValue());
                told.add(battery.name() + "\u00a0" + percent);
            }
        }
        return String.join(", ", told);
    }

    private String name(Arg.Battery battery) {
        return batteries.stream()
                .filter(known -> known.id().equals(battery.id()))
                .map(BatterySettings::name)
                .findFirst()
                .orElse(battery.id());
    }

    private static List<Arg> args(AlertEntry alert) {
        var args = new ArrayList<Arg>();
        alert.args().forEach(kept -> args.add(Arg.of(kept)));
        return args;
    }

    private String word(String key) {
        return bundle.getString(key);
    }

    private String filled(String key, Object... arguments) {
        var said = new MessageFormat(bundle.getString(key), locale).format(arguments);
        return locale.getLanguage().equals("fr") ? said.replace('\u202f', '\u00a0') : said;
    }
}
