package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.Formats;

/**
 * Tells a plan as sentences. Batteries that do the same at about the same time, for the same
 * reason, are told together. Pure.
 */
final class WhyMaker {
    /**
     * Begins and ends of one row may differ by as much: batteries are full at different minutes.
     */
    private static final Duration ABOUT = Duration.ofMinutes(30);

    private final ActionWords words;

    WhyMaker(ActionWords words) {
        this.words = words;
    }

    /**
     * The rows from now on, in order of time.
     *
     * @param names of all batteries by id, in the fleet's order
     */
    List<WhyRow> rows(Plan plan, Map<String, String> names, Instant now) {
        var groups = new ArrayList<List<PlannedAction>>();
        plan.actions().stream()
                .filter(action -> action.until().isAfter(now))
                .sorted(Comparator.comparing(PlannedAction::from))
                .forEach(action -> add(action, groups));
        return groups.stream().map(group -> row(group, names, now)).toList();
    }

    private void add(PlannedAction action, List<List<PlannedAction>> groups) {
        for (var group : groups) {
            boolean other = group.stream().noneMatch(one -> one.battery().equals(action.battery()));
            if (other && alike(group.getFirst(), action)) {
                group.add(action);
                return;
            }
        }
        groups.add(new ArrayList<>(List.of(action)));
    }

    private static boolean alike(PlannedAction one, PlannedAction other) {
        return ActionKind.of(one) == ActionKind.of(other)
                && one.mode() == other.mode()
                && Objects.equals(one.targetSocPct(), other.targetSocPct())
                && one.reason().equals(other.reason())
                && near(one.from(), other.from())
                && near(one.until(), other.until());
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(ABOUT) <= 0;
    }

    private WhyRow row(List<PlannedAction> group, Map<String, String> names, Instant now) {
        var first = group.getFirst();
        var formats = words.formats();
        var from = group.stream().map(PlannedAction::from).min(Comparator.naturalOrder()).get();
        var until = group.stream().map(PlannedAction::until).max(Comparator.naturalOrder()).get();
        var whose = new LinkedHashSet<String>();
        names.forEach(
                (id, name) -> {
                    if (group.stream().anyMatch(action -> action.battery().equals(id))) {
                        whose.add(name);
                    }
                });
        boolean all = whose.size() == names.size();
        return new WhyRow(
                from.isAfter(now)
                        ? formats.time(from) + "–" + formats.time(until)
                        : words.texts().get("why.until", formats.time(until)),
                day(from, now),
                ActionKind.of(first),
                words.title(first, power(group)),
                words.headline(first),
                all ? "" : words.list(List.copyOf(whose)),
                first.reason().sentence(formats.locale(), formats.zone()),
                expected(group),
                group);
    }

    private String day(Instant from, Instant now) {
        var zone = words.formats().zone();
        var date = from.atZone(zone).toLocalDate();
        return date.isAfter(now.atZone(zone).toLocalDate())
                ? DateTimeFormatter.ofPattern("EEEE", words.formats().locale()).format(date)
                : "";
    }

    /** "1 000 W", or "600–1 000 W" where batteries differ. */
    private String power(List<PlannedAction> group) {
        var powers = group.stream().map(PlannedAction::powerW).filter(Objects::nonNull).toList();
        if (powers.isEmpty()) {
            return "";
        }
        int least = powers.stream().mapToInt(Math::abs).min().orElse(0);
        int most = powers.stream().mapToInt(Math::abs).max().orElse(0);
        var formats = words.formats();
        return least == most
                ? words.watts(most)
                : formats.watts((double) least) + "–" + words.watts(most);
    }

    /** "→ 95 %", at the end of the action; empty where any is unknown. */
    private String expected(List<PlannedAction> group) {
        var until = range(group.stream().map(PlannedAction::socUntilPct).toList());
        return until == null ? "" : "→ " + until;
    }

    private @Nullable String range(List<@Nullable Double> levels) {
        double least = 101;
        double most = -1;
        for (var level : levels) {
            if (level == null) {
                return null;
            }
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        Formats formats = words.formats();
        var high = formats.percentWithUnit(most);
        var low = formats.percentWithUnit(least);
        return low.equals(high) ? high : formats.number(least, 0) + "–" + high;
    }
}
