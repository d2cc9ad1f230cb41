package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Tone;

/**
 * The fleet as one battery, ready to show. Only batteries that answer are counted, and the caption
 * says how many those are.
 *
 * @param level per cent, each battery weighing as much as its capacity; null = unknown
 */
record HeroState(
        @Nullable Double level,
        String levelText,
        String percentSign,
        Tone ringTone,
        Tone direction,
        String directionWord,
        String power,
        String energy,
        String caption,
        String captionShort,
        String timeLeft,
        String timeLeftShort) {
    private static final Duration LONGEST_TOLD = Duration.ofDays(2);

    static HeroState of(FleetSnapshot fleet, Instant now, Language language) {
        var counted =
                fleet.batteries().stream()
                        .filter(battery -> Presence.of(battery, now).counts())
                        .toList();
        var power = sum(counted, now);
        var rated = capacity(counted);
        var stored = stored(counted, now);
        Double level = level(counted, now);
        var direction = Tone.ofPower(power);
        var formats = language.formats();
        return new HeroState(
                level,
                formats.number(level, 0),
                level == null ? "" : "%",
                level == null
                        ? Tone.UNKNOWN
                        : level <= BatteryCardState.LOW_PCT ? Tone.ATTENTION : direction,
                direction,
                language.words().direction(direction),
                formats.watts(power == null ? null : Math.abs(power)),
                formats.kwhWithUnit(stored),
                caption(fleet.batteries(), counted, language),
                captionShort(fleet.batteries(), counted, language),
                timeLeft(power, stored, rated, "hero.until", language),
                timeLeft(power, stored, rated, "hero.untilShort", language));
    }

    private static String captionShort(
            List<BatteryState> all, List<BatteryState> counted, Language language) {
        return counted.size() == all.size()
                ? caption(all, counted, language)
                : language.texts().get("hero.some", counted.size(), all.size());
    }

    private static @Nullable Double sum(List<BatteryState> counted, Instant now) {
        double sum = 0;
        for (var battery : counted) {
            var power = power(battery, now);
            if (power == null) {
                return null;
            }
            sum += power;
        }
        return counted.isEmpty() ? null : sum;
    }

    /** Power of the cells; where a battery tells only its AC port's, that. */
    static @Nullable Double power(BatteryState battery, Instant now) {
        var cells = battery.now(Quantity.POWER_W, now);
        return cells == null ? battery.now(Quantity.ONGRID_POWER_W, now) : cells;
    }

    private static @Nullable Double level(List<BatteryState> counted, Instant now) {
        var known =
                counted.stream()
                        .filter(battery -> battery.now(Quantity.SOC_PCT, now) != null)
                        .toList();
        if (known.isEmpty() || known.size() < counted.size()) {
            return null;
        }
        // A battery whose capacity is not known yet weighs as much as the others do on average.
        double usual =
                known.stream()
                        .map(battery -> battery.latest(Quantity.RATED_WH))
                        .filter(java.util.Objects::nonNull)
                        .mapToDouble(rated -> rated.value())
                        .average()
                        .orElse(1);
        double weighted = 0;
        double weights = 0;
        for (var battery : known) {
            var rated = battery.latest(Quantity.RATED_WH);
            double weight = rated == null || rated.value() <= 0 ? usual : rated.value();
            var level = battery.now(Quantity.SOC_PCT, now);
            weighted += weight * (level == null ? 0 : level);
            weights += weight;
        }
        return weights > 0 ? weighted / weights : null;
    }

    private static @Nullable Double capacity(List<BatteryState> counted) {
        double sum = 0;
        for (var battery : counted) {
            var rated = battery.latest(Quantity.RATED_WH);
            if (rated == null) {
                return null;
            }
            sum += rated.value();
        }
        return counted.isEmpty() ? null : sum;
    }

    private static @Nullable Double stored(List<BatteryState> counted, Instant now) {
        double sum = 0;
        for (var battery : counted) {
            var stored = BatteryCardState.storedWh(battery, now);
            if (stored == null) {
                return null;
            }
            sum += stored;
        }
        return counted.isEmpty() ? null : sum;
    }

    private static String caption(
            List<BatteryState> all, List<BatteryState> counted, Language language) {
        var texts = language.texts();
        if (counted.size() == all.size()) {
            return all.size() == 1
                    ? all.getFirst().name()
                    : texts.get("hero.batteries", all.size());
        }
        var missing =
                all.stream()
                        .filter(battery -> !counted.contains(battery))
                        .map(BatteryState::name)
                        .toList();
        return missing.size() == 1
                ? texts.get("hero.someOne", counted.size(), all.size(), missing.getFirst())
                : texts.get("hero.some", counted.size(), all.size());
    }

    private static String timeLeft(
            @Nullable Double power,
            @Nullable Double stored,
            @Nullable Double rated,
            String key,
            Language language) {
        var direction = Tone.ofPower(power);
        if (power == null || stored == null || rated == null || direction == Tone.IDLE) {
            return "";
        }
        double wattHours = direction == Tone.DISCHARGE ? stored : Math.max(0, rated - stored);
        var left = Duration.ofSeconds(Math.round(3600 * wattHours / Math.abs(power)));
        var formats = language.formats();
        var end = formats.percentWithUnit(direction == Tone.DISCHARGE ? 0.0 : 100.0);
        return left.compareTo(LONGEST_TOLD) > 0
                ? language.texts().get(key + "Long", end)
                : language.texts().get(key, formats.duration(left), end);
    }
}
