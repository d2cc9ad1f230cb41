package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Tone;

/**
 * One battery, ready to show.
 *
 * @param state how its surface looks: {@code PLAIN}, {@code STALE}, {@code ATTENTION} or {@code
 *     UNKNOWN}
 * @param level per cent as last known; null = never known
 * @param fact one sentence when there is something to say, else empty
 */
record BatteryCardState(
        String id,
        String name,
        @Nullable Mac mac,
        Presence presence,
        Tone state,
        String mode,
        Tone tagTone,
        String tag,
        String age,
        @Nullable Double level,
        String levelText,
        String percentSign,
        Tone ringTone,
        Tone direction,
        String directionWord,
        String power,
        String detail,
        String temperature,
        String since,
        String fact,
        String advice) {
    /** Devices stop delivering at 11 or 12 %; from here on it is worth a word. */
    static final double LOW_PCT = 15;

    static BatteryCardState of(BatteryState battery, Instant now, Language language) {
        var presence = Presence.of(battery, now);
        var formats = language.formats();
        var known = battery.latest(Quantity.SOC_PCT);
        Double level = known == null ? null : known.value();
        boolean live = presence == Presence.LIVE;
        boolean low = live && level != null && level <= LOW_PCT;
        boolean full = live && level != null && level >= 99.5;
        var power =
                switch (presence) {
                    case LIVE -> HeroState.power(battery, now);
                    case LATE -> lastPower(battery);
                    case SILENT, UNSEEN -> null;
                };
        var direction = live || presence == Presence.LATE ? Tone.ofPower(power) : Tone.UNKNOWN;
        var at = battery.at();
        var age = at == null ? null : Duration.between(at, now);
        return new BatteryCardState(
                battery.id(),
                battery.name(),
                battery.mac(),
                presence,
                surface(presence, low),
                mode(battery, presence, language),
                tagTone(presence, low, full),
                tag(presence, low, full, age, language),
                live && age != null ? language.words().ago(age) : "",
                level,
                formats.number(level, 0),
                level == null ? "" : "%",
                ringTone(presence, level, low, full, direction),
                direction,
                word(presence, direction, at, language),
                formats.watts(power == null ? null : Math.abs(power)),
                detail(battery, presence, now, language),
                live ? formats.celsiusWithUnit(battery.now(Quantity.TEMPERATURE_C, now)) : "",
                presence == Presence.SILENT && age != null
                        ? language.texts().get("battery.since", formats.duration(age))
                        : "",
                fact(battery, presence, language),
                presence == Presence.SILENT || presence == Presence.UNSEEN
                        ? language.words().advice(battery.link().diagnosis())
                        : "");
    }

    /** Energy stored: told by the battery, or its level of its capacity; null = unknown. */
    static @Nullable Double storedWh(BatteryState battery, Instant now) {
        var told = battery.now(Quantity.REMAINING_WH, now);
        var level = battery.now(Quantity.SOC_PCT, now);
        var rated = battery.latest(Quantity.RATED_WH);
        if (told != null) {
            return told;
        }
        return level == null || rated == null ? null : level * rated.value() / 100;
    }

    private static @Nullable Double lastPower(BatteryState battery) {
        var cells = battery.latest(Quantity.POWER_W);
        var port = battery.latest(Quantity.ONGRID_POWER_W);
        return cells != null ? cells.value() : port != null ? port.value() : null;
    }

    private static Tone surface(Presence presence, boolean low) {
        return switch (presence) {
            case LIVE -> low ? Tone.ATTENTION : Tone.PLAIN;
            case LATE -> Tone.STALE;
            case SILENT -> Tone.ATTENTION;
            case UNSEEN -> Tone.UNKNOWN;
        };
    }

    private static String mode(BatteryState battery, Presence presence, Language language) {
        var mode = battery.mode();
        return mode == null || presence == Presence.SILENT
                ? ""
                : language.words().mode(mode.value());
    }

    private static Tone tagTone(Presence presence, boolean low, boolean full) {
        return switch (presence) {
            case LIVE -> low ? Tone.ATTENTION : full ? Tone.OK : Tone.PLAIN;
            case LATE -> Tone.STALE;
            case SILENT -> Tone.ATTENTION;
            case UNSEEN -> Tone.PLAIN;
        };
    }

    private static String tag(
            Presence presence,
            boolean low,
            boolean full,
            @Nullable Duration age,
            Language language) {
        var texts = language.texts();
        var duration = age == null ? Formats.UNKNOWN : language.formats().duration(age);
        return switch (presence) {
            case LIVE -> low ? texts.get("battery.low") : full ? texts.get("battery.full") : "";
            case LATE -> language.words().ago(age == null ? Duration.ZERO : age);
            case SILENT -> texts.get("battery.silent", duration);
            case UNSEEN -> texts.get("battery.unseen");
        };
    }

    private static Tone ringTone(
            Presence presence, @Nullable Double level, boolean low, boolean full, Tone direction) {
        if (level == null) {
            return Tone.UNKNOWN;
        }
        if (presence != Presence.LIVE) {
            return Tone.STALE;
        }
        return low
                ? Tone.ATTENTION
                : full ? Tone.CHARGE : direction == Tone.UNKNOWN ? Tone.IDLE : direction;
    }

    private static String word(
            Presence presence, Tone direction, @Nullable Instant at, Language language) {
        return presence == Presence.SILENT && at != null
                ? language.texts().get("battery.seenAt", language.formats().time(at))
                : language.words().direction(direction);
    }

    private static String detail(
            BatteryState battery, Presence presence, Instant now, Language language) {
        if (presence == Presence.SILENT) {
            return language.texts().get("battery.powerUnknown");
        }
        var parts = new ArrayList<String>();
        boolean old = presence == Presence.LATE;
        var stored = old ? lastStored(battery) : storedWh(battery, now);
        var celsius = battery.latest(Quantity.TEMPERATURE_C);
        parts.add(
                stored == null
                        ? Formats.UNKNOWN + Formats.NBSP + "kWh"
                        : language.formats().kwhWithUnit(stored));
        parts.add(
                celsius == null || (!old && celsius.staleAt(now))
                        ? Formats.UNKNOWN + Formats.NBSP + "°C"
                        : language.formats().celsiusWithUnit(celsius.value()));
        return String.join(" · ", parts);
    }

    private static @Nullable Double lastStored(BatteryState battery) {
        var told = battery.latest(Quantity.REMAINING_WH);
        return told == null ? null : told.value();
    }

    private static String fact(BatteryState battery, Presence presence, Language language) {
        return switch (presence) {
            case LIVE -> "";
            case LATE -> language.texts().get("battery.late");
            case SILENT, UNSEEN -> language.words().diagnosis(battery.link().diagnosis());
        };
    }
}
