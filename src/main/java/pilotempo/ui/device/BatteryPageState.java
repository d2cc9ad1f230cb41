package pilotempo.ui.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.Timed;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/**
 * Words and numbers of a battery's page, ready to show.
 *
 * @param presence how present it is
 * @param level ring
 * @param power gauge
 * @param temperature gauge
 * @param outlook how long at this pace, or when it was last seen; may be empty
 * @param outlookShort the same in few words
 * @param linkTone of the tag
 * @param linkWord on the tag
 * @param advice the diagnosis and what to do; empty when all is well
 * @param link lines of the link card
 * @param model device string and firmware
 * @param risky what to do about a risky firmware; empty when it is not
 * @param device lines of the device card
 * @param mode the mode's word
 * @param modeSentence what the mode means and when it was read
 * @param status lines of the mode card
 */
record BatteryPageState(
        Presence presence,
        GaugeState level,
        GaugeState power,
        GaugeState temperature,
        String outlook,
        String outlookShort,
        Tone linkTone,
        String linkWord,
        String advice,
        List<Fact> link,
        String model,
        String risky,
        List<Fact> device,
        String mode,
        String modeSentence,
        List<Fact> status) {
    /** From a battery's state at a moment. */
    static BatteryPageState of(BatteryState battery, Instant now, Formats formats, Texts texts) {
        return new Maker(battery, now, formats, texts).make();
    }

    private static final class Maker {
        private final BatteryState battery;
        private final Instant now;
        private final Formats formats;
        private final Texts texts;
        private final Words words;
        private final Presence presence;

        Maker(BatteryState battery, Instant now, Formats formats, Texts texts) {
            this.battery = battery;
            this.now = now;
            this.formats = formats;
            this.texts = texts;
            words = new Words(formats);
            presence = Presence.of(battery, now);
        }

        BatteryPageState make() {
            var facts = new BatteryFacts(battery, now, formats, texts, words);
            var diagnosis = battery.link().diagnosis();
            return new BatteryPageState(
                    presence,
                    level(),
                    power(),
                    temperature(),
                    outlook("outlook.empty", "outlook.full"),
                    outlook("outlook.empty.short", "outlook.full.short"),
                    linkTone(diagnosis),
                    texts.get("link." + diagnosis.name().toLowerCase(Locale.ROOT)),
                    advice(diagnosis),
                    facts.link(),
                    facts.model(),
                    battery.link().riskyFirmware() ? texts.get("risky") : "",
                    facts.device(),
                    words.mode(battery.mode() == null ? null : battery.mode().value()),
                    modeSentence(),
                    facts.status());
        }

        /** Old values are shown as old; of a silent battery only the level and temperature are. */
        private @Nullable Timed<Double> shown(Quantity quantity) {
            return battery.latest(quantity);
        }

        private Tone tone(Timed<?> value, Tone fresh) {
            return value.staleAt(now) || presence != Presence.LIVE ? Tone.STALE : fresh;
        }

        private GaugeState level() {
            var level = shown(Quantity.SOC_PCT);
            if (level == null) {
                return unknown(texts.get("level"));
            }
            var stored = shown(Quantity.REMAINING_WH);
            var direction = Tone.ofPower(battery.now(Quantity.POWER_W, now));
            var tone = tone(level, direction == Tone.UNKNOWN ? Tone.IDLE : direction);
            return new GaugeState(
                    level.value(),
                    formats.number(level.value(), 0),
                    "%",
                    stored == null ? "" : formats.kwhWithUnit(stored.value()),
                    tone);
        }

        private GaugeState power() {
            var watts = shown(Quantity.POWER_W);
            if (watts == null || presence == Presence.SILENT) {
                return unknown(texts.get("power.unknown"));
            }
            var direction = Tone.ofPower(watts.value());
            return new GaugeState(
                    watts.value(),
                    formats.watts(Math.abs(watts.value())),
                    "W",
                    words.direction(direction),
                    tone(watts, direction));
        }

        private GaugeState temperature() {
            var celsius = shown(Quantity.TEMPERATURE_C);
            if (celsius == null) {
                return unknown(texts.get("cells"));
            }
            var fresh = celsius.value() >= 45 ? Tone.ATTENTION : Tone.IDLE;
            boolean silent = presence == Presence.SILENT || presence == Presence.LATE;
            return new GaugeState(
                    celsius.value(),
                    formats.number(celsius.value(), 0),
                    "°C",
                    texts.get("cells"),
                    celsius.staleAt(now) || silent ? Tone.STALE : fresh);
        }

        private static GaugeState unknown(String caption) {
            return new GaugeState(null, Formats.UNKNOWN, "", caption, Tone.UNKNOWN);
        }

        private String outlook(String emptyKey, String fullKey) {
            var at = battery.at();
            if (at == null) {
                return texts.get("seen.never");
            }
            if (presence != Presence.LIVE) {
                return texts.get("seen.last", words.ago(Duration.between(at, now)));
            }
            var watts = battery.now(Quantity.POWER_W, now);
            var stored = battery.now(Quantity.REMAINING_WH, now);
            var rated = battery.now(Quantity.RATED_WH, now);
            var direction = Tone.ofPower(watts);
            if (watts == null || stored == null || direction == Tone.UNKNOWN) {
                return "";
            }
            if (direction == Tone.IDLE) {
                return texts.get("outlook.idle");
            }
            if (direction == Tone.DISCHARGE) {
                return texts.get(emptyKey, hours(stored / watts));
            }
            return rated == null || rated <= stored
                    ? ""
                    : texts.get(fullKey, hours((rated - stored) / -watts));
        }

        private String hours(double hours) {
            return formats.duration(Duration.ofMinutes(Math.round(hours * 60)));
        }

        private static Tone linkTone(Diagnosis diagnosis) {
            return switch (diagnosis) {
                case STARTING -> Tone.PLAIN;
                case GOOD -> Tone.OK;
                case LOSSY, BUSY, SILENT, UNREACHABLE, NOT_FOUND -> Tone.ATTENTION;
                case STRANGER, UNRESOLVED -> Tone.ERROR;
            };
        }

        private String advice(Diagnosis diagnosis) {
            var parts = new ArrayList<String>();
            parts.add(words.diagnosis(diagnosis));
            parts.add(words.advice(diagnosis));
            if (battery.link().ephemeralPort()
                    && diagnosis != Diagnosis.GOOD
                    && diagnosis != Diagnosis.STARTING) {
                parts.add(texts.get("port"));
            }
            parts.removeIf(String::isEmpty);
            return String.join(" ", parts);
        }

        private String modeSentence() {
            var mode = battery.mode();
            if (mode == null) {
                return texts.get("mode.unknown");
            }
            var meaning = texts.get("mode." + mode.value().name().toLowerCase(Locale.ROOT));
            return meaning + " " + texts.get("mode.read", formats.time(mode.at()));
        }
    }
}
