package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilotempo.engine.Engine;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoPeriod;
import pilotempo.ui.automation.StripState.Block;
import pilotempo.ui.automation.StripState.Day;
import pilotempo.ui.automation.StripState.Lane;
import pilotempo.ui.automation.StripState.Point;
import pilotempo.ui.automation.StripState.Price;
import pilotempo.ui.chart.TariffBands;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Words;

/** Makes the strip of a plan and the tariff. Pure but for what the engine knows. */
final class StripMaker {
    private final Formats formats;
    private final ActionWords words;
    private final Words shared;

    StripMaker(ActionWords words) {
        this.words = words;
        this.formats = words.formats();
        this.shared = new Words(formats);
    }

    /**
     * The strip around now.
     *
     * @param troubles of batteries that are not as planned, in words, by id
     * @param reservePct null = not known
     */
    StripState strip(
            Engine engine,
            @Nullable Plan plan,
            Map<String, String> troubles,
            @Nullable Integer reservePct) {
        var now = engine.now();
        var span = Span.around(now, formats.zone());
        var lanes = new ArrayList<Lane>();
        if (plan != null) {
            for (var battery : engine.fleet().batteries()) {
                var own =
                        plan.actions().stream()
                                .filter(action -> action.battery().equals(battery.id()))
                                .toList();
                lanes.add(
                        new Lane(
                                battery.id(),
                                battery.name(),
                                blocks(own, span, now),
                                levels(own, span, now),
                                troubles.getOrDefault(battery.id(), "")));
            }
        }
        return new StripState(
                span,
                now,
                days(engine, span),
                prices(engine, span),
                lanes,
                plan == null ? null : target(plan),
                reservePct);
    }

    private static @Nullable Integer target(Plan plan) {
        return plan.actions().stream()
                .map(PlannedAction::targetSocPct)
                .filter(java.util.Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
    }

    private List<Day> days(Engine engine, Span span) {
        var zone = formats.zone();
        return TariffBands.days(engine.colours(), span.from(), span.until(), zone).stream()
                .map(
                        day ->
                                new Day(
                                        span.clamp(TariffBands.begin(day.date(), zone)),
                                        span.clamp(TariffBands.begin(next(day.date()), zone)),
                                        day.date(),
                                        day.colour(),
                                        provisional(day),
                                        marked(day, shared.colour(day.colour())),
                                        marked(day, shared.letter(day.colour()))))
                .toList();
    }

    private static LocalDate next(LocalDate date) {
        return date.plusDays(1);
    }

    private static boolean provisional(DayColour day) {
        return day.colour() != null && day.status() == DayColour.Status.PROVISIONAL;
    }

    private static String marked(DayColour day, String word) {
        if (day.colour() == null) {
            return "?";
        }
        return provisional(day) ? word + Formats.NBSP + "?" : word;
    }

    private List<Price> prices(Engine engine, Span span) {
        return TariffBands.stretches(
                        engine.tariff(),
                        engine.colours(),
                        engine.prices(),
                        span.from(),
                        span.until(),
                        formats.zone())
                .stream()
                .flatMap(stretch -> split(stretch, engine.now()))
                .map(this::price)
                .toList();
    }

    /** The line of now stands between two boxes, not on a word. */
    private static Stream<TariffView.Stretch> split(TariffView.Stretch one, Instant now) {
        return now.isAfter(one.from()) && now.isBefore(one.until())
                ? Stream.of(part(one, one.from(), now), part(one, now, one.until()))
                : Stream.of(one);
    }

    private static TariffView.Stretch part(TariffView.Stretch of, Instant from, Instant until) {
        return new TariffView.Stretch(from, until, of.day(), of.period(), of.eurPerKwh());
    }

    private Price price(TariffView.Stretch stretch) {
        var name = stretch.period().name();
        var euros = stretch.eurPerKwh();
        var word = euros == null ? name : name + " · " + formats.priceWithUnit(euros);
        return new Price(
                stretch.from(), stretch.until(), stretch.period() == TempoPeriod.HP, word, name);
    }

    /** What is over is not drawn: it is hatched. */
    private List<Block> blocks(List<PlannedAction> actions, Span span, Instant now) {
        var blocks = new ArrayList<Block>();
        for (var action : actions) {
            var from = action.from().isBefore(now) ? now : action.from();
            var until = span.clamp(action.until());
            if (from.isBefore(until)) {
                blocks.add(
                        new Block(from, until, action, words.block(action), words.brief(action)));
            }
        }
        return blocks;
    }

    static List<List<Point>> levels(List<PlannedAction> actions, Span span, Instant now) {
        var lines = new ArrayList<List<Point>>();
        var line = new ArrayList<Point>();
        for (var action : actions) {
            var from = action.socFromPct();
            var until = action.socUntilPct();
            var begin = action.from().isBefore(now) ? now : action.from();
            var end = span.clamp(action.until());
            boolean known = from != null && until != null && begin.isBefore(end);
            if (!known || from == null || until == null) {
                end(line, lines);
                continue;
            }
            var first = new Point(begin, level(action, begin, from, until));
            if (!line.isEmpty() && !line.getLast().at().equals(begin)) {
                end(line, lines);
            }
            if (line.isEmpty() || line.getLast().pct() != first.pct()) {
                line.add(first);
            }
            line.add(new Point(end, level(action, end, from, until)));
        }
        end(line, lines);
        return lines;
    }

    private static void end(List<Point> line, List<List<Point>> lines) {
        if (line.size() > 1) {
            lines.add(List.copyOf(line));
        }
        line.clear();
    }

    private static double level(PlannedAction action, Instant at, double from, double until) {
        double all = Duration.between(action.from(), action.until()).toMillis();
        double done = Duration.between(action.from(), at).toMillis();
        return all <= 0 ? until : from + (until - from) * Math.clamp(done / all, 0, 1);
    }
}
