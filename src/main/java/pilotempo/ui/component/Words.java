package pilotempo.ui.component;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.engine.Refused;
import pilotempo.live.Diagnosis;
import pilotempo.sync.SyncProblem;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;

/** The words that several views share: directions, modes, colours, ages, diagnoses. Immutable. */
public final class Words {
    private final Texts texts;
    private final Formats formats;

    /** In the language of the formats. */
    public Words(Formats formats) {
        this.texts = Texts.of("pilotempo.ui.component.Component", formats.locale());
        this.formats = formats;
    }

    /** "Décharge", "Charge", "Repos"; "État inconnu" for anything else. */
    public String direction(Tone direction) {
        return texts.get(
                switch (direction) {
                    case CHARGE -> "direction.charge";
                    case DISCHARGE -> "direction.discharge";
                    case IDLE -> "direction.idle";
                    default -> "direction.unknown";
                });
    }

    /** "Auto", "Passif"; "—" when unknown. */
    public String mode(@Nullable OperatingMode mode) {
        return mode == null
                ? Formats.UNKNOWN
                : texts.get("mode." + mode.name().toLowerCase(Locale.ROOT));
    }

    /** "Bleu", "Blanc", "Rouge"; "—" when unknown. */
    public String colour(@Nullable TempoColour colour) {
        return colour == null
                ? Formats.UNKNOWN
                : texts.get("colour." + colour.name().toLowerCase(Locale.ROOT));
    }

    /** Why the engine would not do something, and what to do. */
    public String refusal(Refused refused) {
        return texts.get(
                "refused." + refused.problem().name().toLowerCase(Locale.ROOT),
                refused.args().toArray());
    }

    /** "B", "Blc", "R"; "?" when unknown. */
    public String letter(@Nullable TempoColour colour) {
        return colour == null ? "?" : texts.get("letter." + colour.name().toLowerCase(Locale.ROOT));
    }

    /** "heures pleines", "heures creuses". */
    public String period(TempoPeriod period) {
        return texts.get(period == TempoPeriod.HP ? "period.hp" : "period.hc");
    }

    /** Shows a day on a chip with its word, or where narrow its letter. */
    public void show(TempoChip chip, DayColour day, boolean narrow) {
        chip.show(day.colour(), day.status(), narrow ? letter(day.colour()) : colour(day.colour()));
    }

    /** "il y a 8 s". */
    public String ago(Duration age) {
        return texts.get("age.ago", formats.age(age));
    }

    /** The short fact of a diagnosis, "Absente du réseau."; empty when all is well. */
    public String diagnosis(Diagnosis diagnosis) {
        return texts.get("diagnosis." + diagnosis.name().toLowerCase(Locale.ROOT));
    }

    /** What to do about a diagnosis, a sentence or two; empty when there is nothing to do. */
    public String advice(Diagnosis diagnosis) {
        return texts.get("advice." + diagnosis.name().toLowerCase(Locale.ROOT));
    }

    /** Why a server takes nothing, in a few words: "mot de passe refusé". */
    public String sync(SyncProblem.Kind why) {
        return texts.get("sync." + why.name().toLowerCase(Locale.ROOT));
    }

    /** The same in a word or two, for a narrow header: "Mot de passe". */
    public String syncBrief(SyncProblem.Kind why) {
        return texts.get("sync.brief." + why.name().toLowerCase(Locale.ROOT));
    }

    /** "Que faire". */
    public String whatToDo() {
        return texts.get("whatToDo");
    }
}
