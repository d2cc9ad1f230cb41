package pilotempo.ui.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.AlertText;
import pilotempo.history.HistoryHealth;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/** Puts Pilotempo's own state in words: its recording and its source of colours. */
record OwnChecks(Texts texts, Formats formats) {

    Check recording(HistoryHealth health, Instant now) {
        var title = texts.get("recording.title");
        if (!health.recording()) {
            var trouble = health.trouble() == null ? "" : " (" + health.trouble() + ")";
            return new Check(
                    Check.RECORDING,
                    Tone.ERROR,
                    title,
                    texts.get("recording.bad"),
                    texts.get("recording.bad.what") + trouble,
                    steps("recording.bad.steps"));
        }
        if (health.notice() != null) {
            return new Check(
                    Check.RECORDING,
                    Tone.ATTENTION,
                    title,
                    texts.get("recording.anew"),
                    texts.get("recording.anew.what") + " (" + health.notice() + ")",
                    steps("recording.anew.steps"));
        }
        return new Check(Check.RECORDING, Tone.OK, title, written(health, now), "", List.of());
    }

    private String written(HistoryHealth health, Instant now) {
        var last = health.lastCommit();
        if (last == null) {
            return texts.get("recording.first");
        }
        var age = Duration.between(last, now);
        var ago = new Words(formats).ago(age.isNegative() ? Duration.ZERO : age);
        return health.waiting() == 0
                ? texts.get("recording.good", ago)
                : texts.get("recording.waiting", ago, formats.number((double) health.waiting(), 0));
    }

    /** Batteries that charge each other, as the alert says it. */
    Check together(AlertText alert) {
        return new Check(
                Check.TOGETHER,
                Tone.ATTENTION,
                texts.get("together.title"),
                alert.title(),
                alert.sentence(),
                steps("together.steps"));
    }

    Check tempo(DayColour today, Source asked) {
        if (today.status() == Status.UNKNOWN) {
            return asked == Source.NONE
                    ? tempo(Tone.ATTENTION, "tempo.none", "tempo.none.what", "tempo.none.steps")
                    : tempo(
                            Tone.ERROR,
                            "tempo.unknown",
                            "tempo.unknown.what",
                            "tempo.unknown.steps");
        }
        var word = new Words(formats).colour(today.colour());
        var finding =
                today.status() == Status.CONFIRMED
                        ? texts.get("tempo.confirmed", word)
                        : texts.get("tempo.provisional", word);
        var at = today.fetchedAt();
        var what = "";
        if (at != null) {
            what =
                    texts.get(
                            "tempo.read",
                            source(today.source()),
                            formats.shortDate(at.atZone(formats.zone()).toLocalDate()),
                            formats.time(at));
        }
        return new Check(Check.TEMPO, Tone.OK, texts.get("tempo.title"), finding, what, List.of());
    }

    private Check tempo(Tone tone, String finding, String what, String steps) {
        return new Check(
                Check.TEMPO,
                tone,
                texts.get("tempo.title"),
                texts.get(finding),
                texts.get(what),
                steps(steps));
    }

    private String source(@Nullable String source) {
        return switch (source) {
            case null -> Formats.UNKNOWN;
            case "rte" -> texts.get("source.rte");
            case "public" -> texts.get("source.public");
            case "demo" -> texts.get("source.demo");
            case "rule" -> texts.get("source.rule");
            case String other -> other;
        };
    }

    private List<String> steps(String key) {
        return texts.get(key).lines().toList();
    }
}
